import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { openTestDesk, type TestDesk } from '../support/desk'
import { startMariadb, type TestMariadb } from '../support/mariadb'
import { type Ask, askOf } from './ask'
import { type Office, openOffice } from './office'
import { formIn, openScene, scenes } from './two-admins'

let database: TestMariadb
let office: Office
let other: TestDesk
/** As Olga does, through the other node, which is told of nothing: what it remembers is old. */
let there: (path: string, form: Record<string, string>) => ReturnType<Ask>
beforeAll(async () => {
  database = await startMariadb()
  const env = {
    ...{ DATABASE_URL: await database.fresh(), SECRET: 'one secret for all nodes of this desk' },
  }
  office = await openOffice(env)
  other = await openTestDesk({ env })
  const ask = askOf(other)
  there = (path, form) => ask('POST', path, { cookie: office.cookieAt(path), form })
}, 60_000)
afterAll(async () => {
  await other.close()
  await office.close()
  await database.stop()
})

const alike = scenes.filter(({ by }) => by === undefined)

describe.each(alike.map((scene) => [`${scene.path}: ${scene.about}`, scene] as const))(
  '%s',
  (_, scene) => {
    const open = async () => {
      const { page, place } = await openScene(office, scene)
      const action = place(scene.path)
      const formNow = async () => formIn((await office.get(page)).text, action, scene.which)
      return { action, formNow }
    }

    test('who comes second through another node is refused, and then saves', async () => {
      const { action, formNow } = await open()
      const opened = await formNow()
      // Both nodes know what it is about.
      await there(action, { ...opened, name_that_no_form_has: '1' })
      await office.follow(await office.post(action, { ...opened, ...scene.one }))
      const late = await there(action, { ...opened, ...scene.other })
      expect([late.status, late.text.includes('Somebody else changed this')]).toEqual([409, true])
      const again = formIn(late.text, action, scene.which)
      expect((await there(action, { ...again, ...scene.other })).status).toBe(303)
    })

    test('of two who send it through two nodes in the same moment one is taken', async () => {
      const { action, formNow } = await open()
      const first = { ...(await formNow()), ...scene.one }
      if (scene.third) await office.follow(await office.post(action, first))
      const now = await formNow()
      const sent = await Promise.all([
        office.post(action, { ...now, ...(scene.third ?? scene.one) }),
        there(action, { ...now, ...scene.other }),
      ])
      expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 409])
    })
  },
)
