import { expect, test } from 'bun:test'
import { networkInterfaces } from 'node:os'
import { listenOn } from '../../src/open/port'
import { paths } from '../../views/paths'
import { openApp } from '../security/app'

const hasIPv6 = Object.values(networkInterfaces())
  .flat()
  .some((each) => each?.address === '::1')

test('a desk that was told no host answers by both families, and knows a client by either', async () => {
  const app = await openApp({ HOST: '', BASE_URL: '', TRUST_PROXY: '127.0.0.1,::1' })
  for (const host of ['127.0.0.1', 'localhost', ...(hasIPv6 ? ['[::1]'] : [])]) {
    const url = `http://${host}:${app.port}`
    expect((await fetch(`${url}${paths.up}`)).status).toBe(200)
    const form = { text: 'Hello', client_id: `families-${host.length}` }
    const body = new URLSearchParams(form)
    const answer = await fetch(url + paths.chat.page, {
      ...{ method: 'POST', redirect: 'manual', body },
      headers: { Origin: url },
    })
    expect([host, answer.status]).toEqual([host, 303])
  }
  await app.close()
})

test('where there is no IPv6 it listens on IPv4, and a port that is taken stays refused', () => {
  const asked: string[] = []
  const without = (code: string) => (hostname: string) => {
    asked.push(hostname)
    if (hostname === '::') throw Object.assign(new Error('no'), { code })
    return hostname
  }
  expect(listenOn('::', without('EAFNOSUPPORT'))).toBe('0.0.0.0')
  expect(() => listenOn('::', without('EADDRINUSE'))).toThrow('no')
  expect(listenOn('127.0.0.1', without('EAFNOSUPPORT'))).toBe('127.0.0.1')
  expect(asked).toEqual(['::', '0.0.0.0', '::', '127.0.0.1'])
})
