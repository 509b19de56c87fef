import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import type { PeerCertificate } from 'node:tls'
import { certificateFinding } from '../../src/cli/doctor/certificate'
import {
  type Authority,
  hasOpenssl,
  openAuthority,
  type Pair,
  selfSigned,
} from '../support/certificates'
import { freePort } from '../support/ports'
import { runBellhop } from '../support/program'
import { scratchFolder } from '../support/programs'
import { runHere, serveHere } from './terminal'

/** A proxy with a certificate before a desk. */
const openFront = (port: number, upstream: string, { certificate, key }: Pair) =>
  Bun.serve({
    port,
    hostname: '127.0.0.1',
    tls: { cert: Bun.file(certificate), key: Bun.file(key) },
    fetch: ({ url }) => fetch(`${upstream}${new URL(url).pathname}`),
  })

describe('doctor, far from the desk', () => {
  test.concurrent('needs nothing but the address', async () => {
    const desk = await serveHere()
    const nowhere = join(scratchFolder(), 'never')
    const { code, out } = await runHere(['doctor', '--data', nowhere, '--url', desk.url])
    expect(code).toBe(0)
    expect(out).toContain(`! desk     there is none in ${nowhere}: only the address is looked at`)
    for (const line of ['✓ address', '✓ cookies', '✓ stream', '✓ socket'])
      expect(out).toContain(line)
    await desk.stop()
    const closed = await runHere(['doctor', '--data', nowhere, '--url', desk.url])
    expect(closed).toMatchObject({ code: 1, out: expect.stringContaining('is not reached') })
  }, 20_000)
})

describe('doctor, beside a desk with surroundings of its own', () => {
  test.concurrent('looks at what the desk was set to, not at what it is itself', async () => {
    const refused = `127.0.0.1:${await freePort()}`
    const database = `sqlite:${join(scratchFolder(), 'elsewhere.db')}`
    const env = {
      DATABASE_URL: database,
      REDIS_URL: `redis://${refused}`,
      SECRET: 'k7Q'.repeat(12),
    }
    const desk = await serveHere({ env })
    const { out } = await runHere(['doctor', '--data', desk.dataDir])
    expect(out).toContain('✓ store')
    expect(out).toContain(`✗ bus      Redis at ${refused}`)
    expect(out).toContain(`✓ address  ${desk.url} reaches this desk`)
    await desk.stop()
  }, 20_000)
})

describe.skipIf(!hasOpenssl)('doctor, where there is a certificate', () => {
  let authority: Authority
  beforeAll(async () => {
    authority = await openAuthority()
  })
  const fronts: ReturnType<typeof openFront>[] = []
  afterAll(() => Promise.all(fronts.map((front) => front.stop(true))))

  const show = async (pair: Pair) => {
    const port = await freePort()
    fronts.push(openFront(port, 'http://127.0.0.1:1', pair))
    return `https://127.0.0.1:${port}`
  }

  test('one that nobody vouches for is named, and what to do', async () => {
    const url = await show(await selfSigned('DNS:chat.example,IP:127.0.0.1'))
    const { code, out } = await runHere(['doctor', '--data', scratchFolder(), '--url', url])
    expect(code).toBe(1)
    expect(out).toMatch(
      /✗ tls .*self.signed.*for chat\.example, 127\.0\.0\.1, by .*, until \d{4}-/i,
    )
    expect(out).toContain('Get one from an authority they know')
    expect(out).not.toContain('Is the desk open')
  })

  test('one that ends soon is told beforehand', () => {
    const certificate = {
      ...{ subject: { CN: 'chat.example' }, issuer: { O: 'Signers' } },
      valid_to: 'Jan 20 12:00:00 2027 GMT',
    } as PeerCertificate
    const onDay = (day: number) =>
      certificateFinding({ certificate, problem: undefined }, Date.UTC(2027, 0, day))
    expect(onDay(1)).toMatchObject({
      mark: 'good',
      says: 'the certificate is for chat.example, by Signers, until 2027-01-20',
    })
    expect(onDay(8)).toMatchObject({ mark: 'fair', says: expect.stringContaining('in 12 days') })
  })

  test('the open desk is asked whose word it believes', async () => {
    const [port, upstream] = [await freePort(), await freePort()]
    fronts.push(
      openFront(port, `http://127.0.0.1:${upstream}`, await authority.sign('IP:127.0.0.1')),
    )
    const url = `https://127.0.0.1:${port}`
    const look = async (env: Record<string, string>) => {
      const desk = await serveHere({ port: upstream, env: { BASE_URL: url, ...env } })
      // A program of its own, for only that can be told whom to trust.
      const doctor = runBellhop(['doctor', '--data', desk.dataDir], {
        env: { NODE_EXTRA_CA_CERTS: authority.ca },
      })
      await doctor.exited
      await desk.stop()
      return doctor.output()
    }
    const behind = await look({ TRUST_PROXY: '127.0.0.1' })
    expect(behind).toContain('✓ address')
    expect(behind).toContain('✓ cookies  Secure, over https')
    expect(behind).toMatch(/✓ tls +the certificate is for 127\.0\.0\.1/)
    expect(await look({})).toContain('Set TRUST_PROXY to the address of the proxy')
  }, 30_000)
})
