/** Addresses of this site as a page writes them, under the path and on the host it is built for. */
import { underBase } from '../model/address.ts';

/** A path of the site, for a link on a page of it. @param to as `model/address.ts` makes them */
export const path = (to: string): string => underBase(import.meta.env.BASE_URL, to);

/** The whole address of a path, for what is read away from the site. */
export const address = (to: string): string => new URL(path(to), import.meta.env.SITE).href;
