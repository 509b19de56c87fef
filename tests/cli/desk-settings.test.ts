import { expect, test } from 'bun:test'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

test('what holds for the whole desk is set by the flags of its list, and told', async () => {
  const data = scratchFolder()
  const ana = ['--email', 'ana@desk.test', '--name', 'Ana', '--data', data]
  expect((await runHere(['agent', 'create', ...ana])).code).toBe(0)
  const run = (...flags: string[]) => runHere(['settings', ...flags, '--data', data])
  expect((await run()).out).toMatch(/brand: name none, color none[\s\S]*customers: customers no/)
  const set = await run('--name', ' Bücher & Co ', '--customers', 'yes', '--color', '#0a7d5a')
  expect(set).toMatchObject({ code: 0 })
  expect(set.out).toContain('brand: name Bücher & Co, color #0a7d5a, privacy none')
  expect(set.out).toContain('customers: customers yes')
  // What is not named stays as it is.
  await run('--privacy', 'https://shop.example/privacy')
  expect(JSON.parse((await run('--json')).out)).toMatchObject({
    brand: { name: 'Bücher & Co', color: '#0a7d5a', privacy: 'https://shop.example/privacy' },
    customers: { customers: true },
    logo: null,
  })
  const long = await run('--name', '😀'.repeat(121))
  expect([long.code, /120/.test(long.err)]).toEqual([1, true])
  expect((await run('--customers', 'perhaps')).code).toBe(2)
  const none = JSON.parse((await run('--name', '', '--customers', 'no', '--json')).out)
  expect([none.brand.name, none.customers.customers]).toEqual(['', false])
}, 40_000)
