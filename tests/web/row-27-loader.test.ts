import { afterAll, beforeAll, expect, test } from 'bun:test'
import { gunzipSync } from 'bun'
import { sitesPaths } from '../../views/office/sites'
import { paths } from '../../views/paths'
import { type Office, openOffice } from './office'

const MAX_BYTES = 3 * 1024

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const load = (headers: Record<string, string> = {}) =>
  office.desk.request(paths.widget.loader, { headers: { Host: 'desk.test', ...headers } })

test('what a site loads is small, anybody’s, and kept for a while', async () => {
  const { status, headers, ...answer } = await zipped()
  expect(status).toBe(200)
  expect(answer.bytes.byteLength).toBeLessThanOrEqual(MAX_BYTES)
  expect(headers.get('Content-Type')).toStartWith('text/javascript')
  expect(headers.get('Cache-Control')).toBe('public, max-age=300')
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
  expect(headers.getSetCookie()).toEqual([])
  const script = new TextDecoder().decode(gunzipSync(answer.bytes))
  expect(await (await load()).text()).toBe(script)
  const again = await load({ 'If-None-Match': headers.get('ETag') ?? '' })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('its button is as the office wants it, and nothing of that breaks out', async () => {
  const before = (await load()).headers.get('ETag')
  await office.post(sitesPaths.page, { position: 'left', color: '#ffd166' })
  const answer = await load()
  expect(answer.headers.get('ETag')).not.toBe(before)
  expect(await answer.text()).toStartWith('{const office={"position":"left","color":"#ffd166",')
})

const zipped = async () => {
  const answer = await load({ 'Accept-Encoding': 'gzip' })
  expect(answer.headers.get('Content-Encoding')).toBe('gzip')
  const { status, headers } = answer
  return { status, headers, bytes: new Uint8Array(await answer.arrayBuffer()) }
}
