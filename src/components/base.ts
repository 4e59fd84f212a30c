/** URLs of this site, with the base path and host that it is built for. */
import { isLocal, underBase } from '../model/address.ts';

/** A path of the site for a link on one of its pages. @param to as `model/address.ts` makes them */
export const path = (to: string): string => underBase(import.meta.env.BASE_URL, to);

/** The full URL of a path, for use outside the site. */
export const address = (to: string): string => new URL(path(to), import.meta.env.SITE).href;

/**
 * Whether the site is built for a host that others can reach. Without `SITE_URL` it is not, and a printed address or a
 * QR code would lead to the reader's own machine.
 */
export const isPublic: boolean = !isLocal(import.meta.env.SITE);
