import { afterAll, beforeAll, expect, test } from 'bun:test'
import { visitorPaths } from '../../views/office/visitors/list'
import { json } from './ask'
import { type Office, openOffice } from './office'
import { toldOf } from './office-rows'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const send = async (table: string, mode: string, headers: Record<string, string> = json) => {
  const body = new FormData()
  body.append('file', new File([table], 'people.csv', { type: 'text/csv' }))
  body.append('mode', mode)
  const answer = await office.desk.request(visitorPaths.taking, {
    ...{ method: 'POST', body },
    headers: {
      ...headers,
      Cookie: office.cookies.admin,
      Host: 'desk.test',
      Origin: 'http://desk.test',
    },
  })
  const text = await answer.text()
  return { status: answer.status, text, told: headers === json ? JSON.parse(text) : {} }
}
const found = async (q: string) =>
  (await toldOf(office, `${visitorPaths.list}?q=${encodeURIComponent(q)}`)).rows

const table = [
  'email;name;company;tags;Plan',
  'vera@shop.example;Vera Lind;ACME;VIP, trial;Gold',
  'zora@shop.example;王小明;;;Silver',
].join('\r\n')

test('a table is looked at first, then taken over, and a second time changes nothing', async () => {
  const checked = await send(table, 'check')
  expect([checked.status, checked.told]).toEqual([
    200,
    { dry: true, made: 2, changed: 0, same: 0, wrong: [], wrongCount: 0 },
  ])
  expect(await found('shop.example')).toEqual([])
  expect((await send(table, 'import')).told).toMatchObject({ made: 2, changed: 0, same: 0 })
  expect(await found('王小明')).toMatchObject([{ email: 'zora@shop.example', company: '' }])
  expect(await found('vera lind')).toMatchObject([{ company: 'ACME', tags: 'VIP, trial' }])
  expect((await send(table, 'import')).told).toMatchObject({ made: 0, changed: 0, same: 2 })
  expect((await found('shop.example')).length).toBe(2)
  const [newest] = await office.desk.desk.store.audit.newest(1)
  expect(newest).toMatchObject({ act: 'imported', actorName: 'Olga', detail: { same: 2 } })
})

test('what a row leaves empty stays, and the address is theirs however it is written', async () => {
  const more = 'Email,Company,Plan\nVERA@shop.example,,Platinum\n'
  expect((await send(more, 'import')).told).toMatchObject({ made: 0, changed: 1 })
  const [vera] = await found('vera@')
  expect(vera).toMatchObject({ name: 'Vera Lind', company: 'ACME' })
  const { text } = await office.get(visitorPaths.page(String(vera?.id)))
  expect(text).toContain('Platinum')
})

test('wrong rows are named, and nothing is written while there is one', async () => {
  const wrong = 'email,name\nyan@shop.example,Yan\nnowhere,Xen\n,Nobody\nyan@SHOP.example,Twin\n'
  const { status, told } = await send(wrong, 'import')
  expect(status).toBe(422)
  expect(told.wrong).toEqual([2, 3, 4].map((row) => ({ row, field: 'email' })))
  expect(await found('yan@')).toEqual([])
  const { text } = await send(wrong, 'import', {})
  for (const says of ['3 rows are wrong', 'Row 2', 'email']) expect(text).toContain(says)
})

test('what is no table is refused at its field, and only who keeps visitors may', async () => {
  for (const nothing of ['', 'email\n', 'email,name\n"open'])
    expect((await send(nothing, 'check')).told.error).toMatchObject({ field: 'file' })
  expect((await send(table, 'later')).status).toBe(422)
  const { ask, cookies } = office
  expect((await ask('GET', visitorPaths.taking, { cookie: cookies.supervisor })).status).toBe(403)
  expect((await office.get(visitorPaths.taking)).text).toContain('enctype="multipart/form-data"')
})
