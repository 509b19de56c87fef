import type { Surroundings } from './place'

/** A Caddyfile: it gets the certificate by itself, and lets streams and sockets through. */
export const caddyText = ({ url, nodes }: Surroundings): string => `${url.origin} {
	reverse_proxy ${nodes.join(' ')}
}
`
