import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

/** What a provider does otherwise than it should. */
export type Lies = {
  /** What its ID token says, of what it would say. */
  claims?: (claims: JWTPayload) => JWTPayload
  /** Signs with a key that it does not publish. */
  otherKey?: boolean
  /** What it calls itself where it is asked what it is. */
  issuer?: string
  /** Answers a code with a fault. */
  fault?: number
  /** Says nothing, for so long, ms. */
  late?: number
  /** Tells the address at its third door alone. */
  tellsAside?: boolean
  /** Answers without end. */
  endless?: boolean
}

/** Somebody it knows. */
export type Known = { sub: string; email?: string; email_verified?: unknown; name?: string }

type Code = { who: Known; nonce: string; challenge: string; redirect: string }

const CLIENT = { id: 'desk', secret: 'a secret of the desk' }

/**
 * A provider of OpenID Connect as far as a desk asks it: a server on loopback that signs with keys of its own,
 * gives each code once, and looks at its secret and at the proof of who asked (PKCE).
 */
export const openProvider = async () => {
  const keys = await generateKeyPair('ES256')
  const others = await generateKeyPair('ES256')
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }
  const codes = new Map<string, Code>()
  const tokens = new Map<string, Known>()
  let lies: Lies = {}
  let who: Known = { sub: 'nobody' }
  let asked = 0

  const self = () => `http://127.0.0.1:${server.port}`

  const metadata = () => ({
    issuer: lies.issuer ?? self(),
    authorization_endpoint: `${self()}/authorize`,
    token_endpoint: `${self()}/token`,
    userinfo_endpoint: `${self()}/userinfo`,
    jwks_uri: `${self()}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  })

  const authorize = ({ searchParams }: URL): Response => {
    const redirect = searchParams.get('redirect_uri') ?? ''
    const back = new URL(redirect)
    back.searchParams.set('state', searchParams.get('state') ?? '')
    back.searchParams.set('iss', self())
    if (who.sub === '') back.searchParams.set('error', 'access_denied')
    else {
      const code = crypto.randomUUID()
      const challenge = searchParams.get('code_challenge') ?? ''
      codes.set(code, { who, nonce: searchParams.get('nonce') ?? '', challenge, redirect })
      back.searchParams.set('code', code)
    }
    return Response.redirect(back.href, 302)
  }

  const signed = async ({ who, nonce }: Code): Promise<string> => {
    const now = Math.floor(Date.now() / 1000)
    const { sub, ...more } = who
    const told = lies.tellsAside ? {} : more
    const usual = { ...told, iss: self(), sub, aud: CLIENT.id, iat: now, exp: now + 300, nonce }
    const claims = lies.claims?.(usual) ?? usual
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .sign(lies.otherKey ? others.privateKey : keys.privateKey)
  }

  const token = async (request: Request): Promise<Response> => {
    if (lies.fault) return new Response('out of order', { status: lies.fault })
    const form = new URLSearchParams(await request.text())
    const code = form.get('code') ?? ''
    const found = codes.get(code)
    codes.delete(code)
    const verifier = new Bun.CryptoHasher('sha256').update(form.get('code_verifier') ?? '')
    const isProven = found?.challenge === verifier.digest('base64url')
    const isClient = form.get('client_secret') === CLIENT.secret
    if (!found || !isProven || !isClient || form.get('redirect_uri') !== found.redirect)
      return Response.json({ error: 'invalid_grant' }, { status: 400 })
    const access = crypto.randomUUID()
    tokens.set(access, found.who)
    const id = await signed(found)
    return Response.json({ access_token: access, token_type: 'Bearer', id_token: id })
  }

  const answers: Record<string, (request: Request, url: URL) => Response | Promise<Response>> = {
    '/.well-known/openid-configuration': () =>
      lies.endless
        ? new Response('{"issuer":"'.padEnd(3_000_000, 'x'), {
            headers: { 'Content-Type': 'application/json' },
          })
        : Response.json(metadata()),
    '/authorize': (_, url) => authorize(url),
    '/token': (request) => token(request),
    '/keys': () => Response.json({ keys: [jwk] }),
    '/userinfo': (request) => {
      const known = tokens.get(request.headers.get('Authorization')?.slice('Bearer '.length) ?? '')
      return known ? Response.json(known) : new Response(null, { status: 401 })
    },
  }

  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    idleTimeout: 60,
    async fetch(request) {
      asked += 1
      if (lies.late) await Bun.sleep(lies.late)
      const url = new URL(request.url)
      return answers[url.pathname]?.(request, url) ?? new Response(null, { status: 404 })
    },
  })

  return {
    issuer: self(),
    client: CLIENT,
    /** How many times it was asked anything. */
    asked: () => asked,
    /** Who sits before it: nobody it lets in has the empty `sub`. */
    sits(known: Known, more: Lies = {}) {
      who = known
      lies = more
    },
    close: () => server.stop(true),
  }
}
export type FakeProvider = Awaited<ReturnType<typeof openProvider>>
