declare module "*.woff2" {
  /** Where the server has the file. */
  const address: string;
  export default address;
}
