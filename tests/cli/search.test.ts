import { expect, test } from 'bun:test'
import { handle } from '../../src/cli/control-requests'
import { INDEX_VERSION } from '../../src/system/indexer'
import { openTestDesk } from '../support/desk'
import { indexAll } from '../support/indexed'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

test('the index of the search is made anew, of an open desk too', async () => {
  const desk = await openTestDesk()
  const { store } = desk.desk
  await indexAll(store)
  expect(await store.accounts.setting(INDEX_VERSION)).toBeDefined()
  await handle(desk.desk, { do: 'search rebuild', input: {} })
  expect(await store.accounts.setting(INDEX_VERSION)).toBeUndefined()
  await indexAll(store)
  expect(await store.accounts.setting(INDEX_VERSION)).toBeDefined()
  await desk.close()
})

test('the command says so, and that there is no desk', async () => {
  const none = await runHere(['search', 'rebuild', '--data', scratchFolder()])
  expect([none.code, none.said]).toEqual([2, expect.stringContaining('There is no desk in')])
  const data = scratchFolder()
  const ana = ['--email', 'ana@desk.test', '--name', 'Ana']
  await runHere(['agent', 'create', ...ana, '--data', data])
  const done = await runHere(['search', 'rebuild', '--data', data])
  expect([done.code, done.said]).toEqual([0, expect.stringContaining('made anew')])
}, 40_000)
