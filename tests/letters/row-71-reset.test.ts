import { afterAll, beforeAll, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { inviteColleague } from '../../src/commands/accounts/invite'
import { makePasswordLink, setByLink } from '../../src/commands/accounts/password-link'
import { mailInvitation } from '../../src/commands/letters/invitation'
import { paths } from '../../views/paths'
import { hire, PASSWORD } from '../support/desk'
import { openTab } from '../web/tab'
import { addressIn, type MailDesk, MINUTE_MS, openMailDesk } from './mail-desk'
import { readable } from './mail-server'

let mail: MailDesk
beforeAll(async () => {
  mail = await openMailDesk()
  await hire(mail.desk, 'Olga', 5, 'admin')
})
afterAll(() => mail.close())

const NEW = 'another bell for every guest'
const { forgot, reset, signIn } = paths.session

const asked = async (email: string, more: Record<string, string> = {}) => {
  const answer = await openTab(mail.desk).submit(forgot, { email, ...more })
  await mail.round()
  return answer
}
const linkTo = (address: string) => addressIn(mail.mailsTo(address).at(-1), '/reset')

test('an address that is unknown is answered as one that is known, and gets nothing', async () => {
  const known = await asked('olga@desk.test')
  const unknown = await asked('nobody@desk.test')
  const bare = ({ text }: { text: string }) => text.replace(/nonce="[^"]*"/g, '')
  expect(bare(unknown)).toBe(bare(known))
  expect(unknown.text).toContain('Look into your mail')
  expect(mail.mailsTo('olga@desk.test')).toHaveLength(1)
  expect(mail.mailsTo('nobody@desk.test')).toHaveLength(0)
  const { letters } = mail.desk.desk.store
  const rows = await letters.page({ kind: 'reset', oldestFirst: true, after: null }, 9)
  expect(rows.map(({ state, problem }) => [state, problem])).toEqual([
    ['sent', ''],
    ['nobody', 'no account'],
  ])
  // What opens something stands in no row.
  expect(JSON.stringify(rows)).not.toContain(linkTo('olga@desk.test').split('=')[1] ?? 'none')
})

test('it is mailed once in five minutes, and never to what fills in every field', async () => {
  await asked('olga@desk.test')
  expect(mail.mailsTo('olga@desk.test')).toHaveLength(1)
  mail.pass(6 * MINUTE_MS)
  await asked('olga@desk.test', { website: 'http://spam.test' })
  expect(mail.mailsTo('olga@desk.test')).toHaveLength(1)
  await asked('olga@desk.test')
  expect(mail.mailsTo('olga@desk.test')).toHaveLength(2)
  const wrong = await openTab(mail.desk).post(forgot, { email: 'olga' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('value="olga"')
})

test('the link sets a password once, within half an hour, and ends all sessions', async () => {
  const before = openTab(mail.desk)
  await before.get(signIn)
  await before.submit(signIn, { email: 'olga@desk.test', password: PASSWORD })
  const link = linkTo('olga@desk.test')
  const token = new URL(link, 'http://desk.test').searchParams.get('token') ?? ''
  const tab = openTab(mail.desk)
  expect((await tab.get(link)).text).toContain('olga@desk.test')
  const short = await tab.post(reset, { token, password: 'short', cookie: '1' })
  expect(short.status).toBe(422)
  const there = await tab.submit(reset, { token, password: NEW, cookie: '1' })
  expect(there.to).toBe(paths.workbench.page)
  expect(there.status).toBe(200)
  expect((await before.get(paths.workbench.page)).status).toBe(303)
  const again = openTab(mail.desk)
  expect((await again.get(link)).status).toBe(409)
  expect((await again.post(reset, { token, password: PASSWORD })).status).toBe(409)
  const acts = await mail.desk.desk.store.audit.newest(5)
  const told = acts.find(({ act }) => act === 'passwordSet')
  expect([told?.act, told?.actorName]).toEqual(['passwordSet', 'Olga'])
})

test('after half an hour it opens nothing, and a newer one does', async () => {
  mail.pass(6 * MINUTE_MS)
  await asked('OLGA@desk.test')
  const link = linkTo('olga@desk.test')
  mail.pass(31 * MINUTE_MS)
  const late = await openTab(mail.desk).get(link)
  expect([late.status, late.text.includes('works no more')]).toEqual([409, true])
  await asked('olga@desk.test')
  expect((await openTab(mail.desk).get(linkTo('olga@desk.test'))).status).toBe(200)
})

test('it is told in the language in which it was asked for', async () => {
  mail.pass(6 * MINUTE_MS)
  await openTab(mail.desk).post(
    forgot,
    { email: 'olga@desk.test' },
    {
      headers: { 'Accept-Language': 'zh-CN' },
    },
  )
  await mail.round()
  const [sent] = mail.mailsTo('olga@desk.test').slice(-1)
  expect(sent && readable(sent)).toContain('设置新密码')
})

test('who is invited is mailed a link, unless they have set a password by then', async () => {
  const { desk } = mail.desk
  const [department] = await desk.store.departments.all()
  const invite = async (name: string) => {
    const email = `${name.toLowerCase()}@desk.test`
    const id = await inviteColleague(desk, { name, email, departments: department?.id ?? '' })
    const link = await makePasswordLink(desk, { id: String(id) })
    if (isProblem(link)) throw new Error(link.reason)
    await mailInvitation(desk, link.account, 'en')
    return link
  }
  await invite('Ivo')
  const quick = await invite('Quick')
  await setByLink(desk, { token: quick.token, password: NEW }, '203.0.113.9')
  await mail.round()
  expect(mail.mailsTo('quick@desk.test')).toHaveLength(0)
  const link = addressIn(mail.mailsTo('ivo@desk.test')[0], '/invitation')
  expect((await openTab(mail.desk).get(link)).text).toContain('ivo@desk.test')
})
