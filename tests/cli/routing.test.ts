import { expect, test } from 'bun:test'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

const run = async (data: string, argv: string[]) => {
  const { code, said } = await runHere([...argv, '--data', data])
  return { code, said }
}

test('routing is set by words, and another department by its name', async () => {
  const data = scratchFolder()
  await run(data, ['agent', 'create', '--email', 'ana@desk.test', '--name', 'Ana'])
  const overflow = ['--overflow-to', 'Support', '--overflow-length', '8', '--overflow-wait', '3m']
  const priority = ['--head-start', '5m', '--vip', 'VIP,Press', '--language-rule', 'preferred']
  const all = [...overflow, ...priority, '--fair-limit', '2']
  const made = await run(data, ['department', 'set', 'Returns', ...all])
  expect(made.code).toBe(0)
  expect(made.said).toContain('head-start 5m, vip VIP | Press, language-rule preferred')
  expect(made.said).toContain('overflow-to Support, overflow-length 8, overflow-wait 3m')
  const back = await run(data, ['department', 'set', 'Support', '--overflow-to', 'Returns'])
  expect(back).toMatchObject({ code: 1 })
  expect(back.said).toContain('Its overflow would lead back here.')
  const unknown = await run(data, ['department', 'set', 'Support', '--overflow-to', 'Nowhere'])
  expect(unknown.said).toContain('There is no department “Nowhere”')
  const none = await run(data, ['department', 'set', 'Returns', '--overflow-to', 'none'])
  expect(none.said).toContain('overflow-to none')
  const ana = [
    'agent',
    'set',
    '--email',
    'ana@desk.test',
    '--languages',
    'en,zh',
    '--skills',
    '退货',
  ]
  expect((await run(data, ana)).said).toContain('languages en | zh, skills 退货')
}, 60_000)
