import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { findProgram, needProgram, scratchFolder, spawnProgram } from './programs'

export const hasOpenssl = findProgram('openssl') !== undefined

/** A certificate and its key, as files. */
export type Pair = { certificate: string; key: string }

/** An authority of a test's own, and the servers it has signed. */
export type Authority = {
  /** What those who trust it are given. */
  ca: string
  /** A certificate for names like `DNS:localhost` and `IP:127.0.0.1`; one of -1 days ended yesterday. */
  sign(names: string, days?: number): Promise<Pair>
}

const openssl = async (folder: string, ...args: string[]) => {
  const program = spawnProgram(needProgram('openssl'), args, { cwd: folder })
  if ((await program.exited) !== 0) throw new Error(program.output())
}

// Elliptic keys are made at once; those of RSA take their time.
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

export const openAuthority = async (): Promise<Authority> => {
  const folder = scratchFolder()
  const ca = await selfSigned('DNS:authority.example', folder)
  let made = 0
  return {
    ca: ca.certificate,
    sign: async (names, days = 30) => {
      const own = `server-${++made}`
      const pair = pairIn(folder, own)
      const request = join(folder, `${own}.csr`)
      const extensions = join(folder, `${own}.ext`)
      writeFileSync(extensions, `subjectAltName=${names}\n`)
      await openssl(
        folder,
        ...['req', ...newKey, '-subj', '/CN=A server of the desk'],
        ...['-keyout', pair.key, '-out', request],
      )
      await openssl(
        folder,
        ...['x509', '-req', '-in', request, '-out', pair.certificate, '-days', `${days}`],
        ...['-CA', ca.certificate, '-CAkey', ca.key, '-CAcreateserial', '-extfile', extensions],
      )
      return pair
    },
  }
}

/** One that nobody vouches for. */
export const selfSigned = async (names: string, folder = scratchFolder()): Promise<Pair> => {
  const pair = pairIn(folder, 'self')
  await openssl(
    folder,
    ...['req', '-x509', ...newKey, '-days', '30', '-subj', '/CN=Nobody vouches for this'],
    ...['-addext', `subjectAltName=${names}`, '-keyout', pair.key, '-out', pair.certificate],
  )
  return pair
}

/** The same key behind a passphrase, as a file. */
export const withPassphrase = async ({ key }: Pair): Promise<string> => {
  const locked = `${key}.locked`
  await openssl(
    scratchFolder(),
    ...['pkcs8', '-topk8', '-in', key, '-out', locked, '-passout', 'pass:a long enough one'],
  )
  return locked
}

const pairIn = (folder: string, name: string): Pair => ({
  certificate: join(folder, `${name}.pem`),
  key: join(folder, `${name}.key`),
})

/** Whether this machine speaks IPv6 with itself. */
export const hasIpv6 = await new Promise<boolean>((resolve) => {
  const server = createServer()
  server.on('error', () => resolve(false))
  server.listen(0, '::1', () => server.close(() => resolve(true)))
})
