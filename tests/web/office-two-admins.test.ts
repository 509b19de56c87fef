import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { routes } from '../../src/web/routes'
import { paths } from '../../views/paths'
import { alone } from './alone'
import { htmx, json } from './ask'
import { type Office, openOffice } from './office'
import { formIn, isOwn, openScene, scenes } from './two-admins'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const inOffice = routes.filter(
  ({ method, path }) => method === 'POST' && path.startsWith(`${paths.office.page}/`),
)

test('every form of the office is tried, or it is said why nobody can write over another by it', () => {
  const all = new Set(inOffice.map(({ path }) => path))
  const tried = new Set(scenes.map(({ path }) => path))
  const known = new Set([...tried, ...Object.keys(alone)])
  expect([...all].filter((path) => !known.has(path))).toEqual([])
  expect([...known].filter((path) => !all.has(path))).toEqual([])
  expect(Object.keys(alone).filter((path) => tried.has(path))).toEqual([])
})

test('whatever is tried carries what it was made from', () => {
  const tried = new Set(scenes.map(({ path }) => path))
  for (const { path, form } of inOffice)
    if (tried.has(path)) expect([path, 'version' in (form?.shape ?? {})]).toEqual([path, true])
})

describe.each(scenes.map((scene) => [`${scene.path}: ${scene.about}`, scene] as const))(
  '%s',
  (_, scene) => {
    test('who comes second is shown both, loses nothing, and saves from there', async () => {
      const { page, place } = await openScene(office, scene)
      const action = place(scene.path)
      const shown = (await office.get(page)).text
      const opened = formIn(shown, action, scene.which)
      const other = { ...opened, ...scene.other, ...scene.again }
      const by = place(scene.by ?? scene.path)
      const first = scene.by ? {} : opened
      const isOther = scene.by && scene.by !== scene.path
      const base = isOther ? formIn(shown, by, isOwn(scene)) : first
      await office.follow(await office.post(by, { ...base, ...scene.one }))

      const late = await office.post(action, other)
      expect([late.status, late.text.includes('Somebody else changed this meanwhile')]).toEqual([
        ...[409, true],
      ])
      for (const said of scene.shows ?? Object.values(scene.one))
        expect([said, late.text.includes(said)]).toEqual([said, true])
      const again = formIn(late.text, action, scene.which)
      for (const [field, typed] of Object.entries(scene.other))
        if (!(field in (scene.again ?? {}))) expect([field, again[field]]).toEqual([field, typed])
      expect(again.version).not.toBe(opened.version)
      for (const headers of [json, htmx]) {
        const part = await office.post(action, other, headers)
        expect([part.status, part.text.includes('changedMeanwhile')]).toEqual([409, true])
      }

      await office.follow(await office.post(action, { ...again, ...scene.again }))
      const now = (await office.get(page)).text
      for (const said of Object.values(scene.other))
        if (!Object.values(scene.again ?? {}).includes(said))
          expect([said, now.includes(said)]).toEqual([said, true])
    })

    test('of two who send it in the same moment one is taken', async () => {
      if (scene.by) return
      const { page, place } = await openScene(office, scene)
      const action = place(scene.path)
      const opened = formIn((await office.get(page)).text, action, scene.which)
      if (scene.third) await office.follow(await office.post(action, { ...opened, ...scene.one }))
      const now = scene.third ? formIn((await office.get(page)).text, action, scene.which) : opened
      const sent = await Promise.all(
        [scene.third ?? scene.one, scene.other].map((typed) =>
          office.post(action, { ...now, ...typed }),
        ),
      )
      expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 409])
    })
  },
)
