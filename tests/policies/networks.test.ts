import { expect, test } from 'bun:test'
import { networkIn, within } from '../../src/policies/networks'

test('a network of the new family keeps out nobody of the old one', () => {
  const isIn = (network: string, address: string) => within(networkIn(network) ?? '')(address)
  expect(isIn('::1', '203.0.113.9')).toBe(false)
  expect(isIn('::1', '::1')).toBe(true)
  expect(isIn('2001:db8::/32', '2001:db8:0:7::/64')).toBe(true)
  // The old family as the new one writes it.
  expect(networkIn('::ffff:203.0.113.9')).toBe('203.0.113.9/32')
  expect(networkIn('::ffff:203.0.113.0/120')).toBe('203.0.113.0/24')
  expect(networkIn('::ffff:203.0.113.0/96')).toBeUndefined()
})
