// A site of one lesson. `detect` has files that end in .md read as Markdown, HTML included; in .mdx a page's HTML is JSX.

export default {
  title: "A lesson",
  url: "http://localhost",
  baseUrl: "/",
  markdown: { format: "detect" },
  plugins: [["@docusaurus/plugin-content-docs", { routeBasePath: "/", sidebarPath: false }]],
  themes: ["@docusaurus/theme-classic"],
};
