/** URLs of this site, with the base path and host that it is built for. */
import { underBase } from '../model/address.ts';

/** A path of the site for a link on one of its pages. @param to as `model/address.ts` makes them */
export const path = (to: string): string => underBase(import.meta.env.BASE_URL, to);

/** The full URL of a path, for use outside the site. */
export const address = (to: string): string => new URL(path(to), import.meta.env.SITE).href;
