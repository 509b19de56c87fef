import { expect, test } from 'bun:test'
import { isSameHost } from '../../src/web/gate/same-host'

const rows: [address: string, host: string, is: boolean][] = [
  ['http://desk.example', 'desk.example', true],
  ['http://desk.example', 'DESK.Example:80', true],
  ['https://desk.example/chat', 'desk.example:443', true],
  ['http://desk.example:8080', 'desk.example:8080', true],
  ['http://[::1]:3000', '[::1]:3000', true],
  ['http://desk.example', 'desk.example:443', false],
  ['https://desk.example', 'desk.example:80', false],
  ['http://desk.example', 'desk.example.evil.example', false],
  ['chrome-extension://desk.example', 'desk.example', false],
  ['http://desk.example', '', false],
  // What a URL would read as something beside the host.
  ['http://desk.example', 'vera@desk.example', false],
  ['http://desk.example', 'desk.example/evil.example', false],
  ['http://desk.example', 'desk.example?evil.example', false],
  ['http://desk.example', 'desk.example#evil.example', false],
  ['http://desk.example', 'desk.example\\evil.example', false],
  ['http://desk.example', ' desk.example', false],
  ['http://desk.example', 'desk.ex\tample', false],
]
test.each(rows)('%s and a Host of %j: %p', (address, host, is) => {
  expect(isSameHost(new URL(address), host)).toBe(is)
})

test('no address, or no header, is nobody’s host', () => {
  expect([isSameHost(null, 'desk.example'), isSameHost(new URL('http://a.example'), null)]).toEqual(
    [...[false, false]],
  )
})
