/** The full address of a path of the site, which only the build knows. */
export type Address = (path: string) => string;
