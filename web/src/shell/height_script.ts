/** For the page around the frames: gives each the height that it asks for (height.ts). */
export const HEIGHT_SCRIPT = `<script>
  addEventListener("message", ({ data, source }) => {
    const height = Number(data?.fastslow?.height);
    for (const frame of document.querySelectorAll("iframe"))
      if (height > 0 && frame.contentWindow === source) frame.style.height = height + "px";
  });
</script>`;
