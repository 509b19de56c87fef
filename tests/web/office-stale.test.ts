import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { departmentPaths } from '../../views/office/departments'
import { visit } from '../support/desk'
import { htmx, json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

const department = departmentPaths
let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

describe('a form that somebody else was quicker with', () => {
  const both = async () => {
    const id = await office.make()
    const fields = fieldsOf((await office.get(department.page(id))).text, department.settings(id))
    await office.follow(await office.post(department.settings(id), { ...fields, patience: '5m' }))
    return { id, fields }
  }

  test('is not taken: it shows both, and is when it is sent again', async () => {
    const { id, fields } = await both()
    const again = await office.post(department.settings(id), { ...fields, silence: '1h' })
    expect(again.status).toBe(409)
    expect(again.text).toContain('Somebody else changed this meanwhile')
    expect(again.text).toContain('As saved now: 5m')
    expect(again.text).toContain('As saved now: 30m')
    expect(again.text).not.toContain('As saved now: 30s')
    expect((await office.rowOf(id))?.settings).toMatchObject({
      patience: 300_000,
      silence: 1_800_000,
    })
    const kept = fieldsOf(again.text, department.settings(id))
    expect(kept).toMatchObject({ patience: '10m', silence: '1h' })
    await office.follow(await office.post(department.settings(id), kept))
    expect((await office.rowOf(id))?.settings).toMatchObject({
      patience: 600_000,
      silence: 3_600_000,
    })
  })

  test('is said to a script and to a program', async () => {
    const { id, fields } = await both()
    const part = await office.post(department.settings(id), fields, htmx)
    expect([part.status, part.text]).toEqual([409, expect.stringContaining('changedMeanwhile')])
    const told = await office.post(department.settings(id), fields, json)
    expect([told.status, JSON.parse(told.text).error.reason]).toEqual([409, 'changedMeanwhile'])
  })

  test('is taken when only its line and its floor have moved', async () => {
    const fields = fieldsOf(
      (await office.get(department.page('support'))).text,
      department.settings('support'),
    )
    await visit(office.desk, 'Vito')
    await office.follow(
      await office.post(department.settings('support'), { ...fields, accept: '40s' }),
    )
    expect((await office.rowOf('support'))?.settings.accept).toBe(40_000)
  })

  test('loses to exactly one other that comes in the same moment', async () => {
    const id = await office.make()
    const fields = fieldsOf((await office.get(department.page(id))).text, department.settings(id))
    const sent = await Promise.all(
      ['1m', '2m', '3m'].map((patience) =>
        office.post(department.settings(id), { ...fields, patience }),
      ),
    )
    expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
  })
})
