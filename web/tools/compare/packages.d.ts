// Packages without types of their own for what is imported here.

declare module "logic-solver" {
  const logic: unknown;
  export default logic;
}
