import { afterAll, beforeAll, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { createTag, findTag, mergeTag, removeTag } from '../../src/commands/tags/write'
import { openLog } from '../../src/log'
import { openMaintenance } from '../../src/system/maintenance'
import { paths } from '../../views/paths'
import { visit } from '../support/desk'
import { json } from './ask'
import { openOffice } from './office'

let office: Awaited<ReturnType<typeof openOffice>>
let retag: () => Promise<unknown>
beforeAll(async () => {
  office = await openOffice()
  const { store, bus, system, clock } = office.desk.desk
  retag = openMaintenance({ node: 'tags', store, bus, system, clock, log: openLog('silent') }).retag
})
afterAll(() => office.close())

const by = { id: 'olga', name: 'Olga' }
const make = (name: string) => createTag(office.desk.desk, { name }, by)
const found = async (key: string) => {
  const tag = await findTag(office.desk.desk, key)
  if (!tag) throw new Error(`there is no tag ${key}`)
  return tag
}
/** A conversation that Olga has put tags on. */
const tagged = async (...names: string[]) => {
  const { conversation } = await visit(office.desk, 'Vera')
  for (const add of names) await office.post(paths.workbench.tags(conversation), { add }, json)
  return conversation
}
const tagsOf = async (id: string) => (await office.desk.desk.store.conversations.find(id))?.tags
/** All rounds until nothing is left to be told. */
const settled = async () => {
  for (let round = 0; round < 20; round += 1) {
    if ((await office.desk.desk.store.tags.leaving()).length === 0) return
    await retag()
  }
  throw new Error('tags never came to rest')
}

test('of two that become each other at once one is left, on what had either', async () => {
  for (const name of ['East', 'West']) await make(name)
  const id = await tagged('East', 'West')
  const [east, west] = [await found('east'), await found('west')]
  const { desk } = office.desk
  const outcomes = await Promise.all([
    mergeTag(desk, east, { into: 'West' }, by),
    mergeTag(desk, west, { into: 'East' }, by),
  ])
  expect(outcomes.filter(isProblem).map(({ reason }) => reason)).toEqual(['changedMeanwhile'])
  await settled()
  expect(await tagsOf(id)).toHaveLength(1)
})

test('one that becomes another, which is taken away meanwhile, is not lost with it', async () => {
  for (const name of ['Old', 'New']) await make(name)
  const id = await tagged('Old')
  const [old, fresh] = [await found('old'), await found('new')]
  const { desk } = office.desk
  const outcomes = await Promise.all([
    mergeTag(desk, old, { into: 'New' }, by),
    removeTag(desk, fresh, by),
  ])
  expect(outcomes.filter(isProblem).map(({ reason }) => reason)).toEqual(['changedMeanwhile'])
  await settled()
  expect(await tagsOf(id)).toHaveLength(1)
})
