import { afterAll, afterEach, beforeAll, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { hire, PASSWORD, type TestDesk } from '../support/desk'
import { customerTab, openCustomerDesk, signInAs } from './customers'
import { beginChat, hidden, openTab, type Tab } from './tab'

const { chat, customers: at } = paths
const MOST_PIECES = 200
let desk: TestDesk
let url = ''
const open: AbortController[] = []
beforeAll(async () => {
  desk = await openCustomerDesk()
  url = desk.serve()
  await hire(desk, 'Ana', 50)
})
afterEach(() => {
  for (const one of open.splice(0)) one.abort()
})
afterAll(() => desk.close())

/** What the stream of a tab brings, from now on; `over` settles with all of it once the desk ends it. */
const follow = async (tab: Tab) => {
  const cookie = [...tab.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { Host: 'desk.test', Accept: 'text/event-stream', Cookie: cookie }
  const leaves = new AbortController()
  const answer = await fetch(`${url}${chat.feed(0)}`, {
    ...{ headers, signal: leaves.signal },
  })
  expect(answer.status).toBe(200)
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  const read = { text: '' }
  const decoder = new TextDecoder()
  const all = async () => {
    for (let n = 0; n < MOST_PIECES; n += 1) {
      const { done, value } = await reader.read()
      if (done) break
      read.text += decoder.decode(value, { stream: true })
    }
    return read.text
  }
  open.push(leaves)
  return { over: all().catch(() => 'cut off'), read }
}
/** Somebody with a chat, signed in at home and on a phone whose chat page is open. */
const twoDevices = async (email: string) => {
  const home = await beginChat(desk, 'From home')
  await customerTab(desk, email, home)
  const phone = openTab(desk)
  await signInAs(phone, email)
  return { home, phone, onPhone: await follow(phone), atHome: await follow(home) }
}
const endedOf = ({ over }: { over: Promise<string> }) =>
  Promise.race([over.then((text) => /data: (\w+)\n\n$/.exec(text)?.[1]), Bun.sleep(3_000)])

test.each([
  [
    'another password is set',
    (home: Tab) =>
      home.post(at.password, { current_password: PASSWORD, new_password: 'another bell of mine' }),
  ],
  ['they are signed out elsewhere', (home: Tab) => home.post(at.sessionsRemoval)],
])('an open chat ends at once where %s, and in no other browser', async (what, act) => {
  const email = `${what.replaceAll(' ', '-')}@guest.example`
  const { home, onPhone, atHome } = await twoDevices(email)
  expect((await act(home)).status).toBe(303)
  expect(await endedOf(onPhone)).toBe('signedOut')
  const { text } = await home.get(chat.page)
  const form = { text: 'Not for the phone', client_id: hidden({ text }, 'client_id') }
  await home.submit(chat.messages, form)
  for (let n = 0; n < 100 && !atHome.read.text.includes('Not for the phone'); n += 1)
    await Bun.sleep(20)
  expect(atHome.read.text).toContain('Not for the phone')
  expect(onPhone.read.text).not.toContain('Not for the phone')
})

test('an open chat ends where the account is signed out, and as it is deleted', async () => {
  const { home, phone, onPhone, atHome } = await twoDevices('ends-all@guest.example')
  await phone.post(at.signOut)
  expect(await endedOf(onPhone)).toBe('signedOut')
  const form = { confirmation: 'ends-all@guest.example', current_password: PASSWORD }
  expect((await home.post(at.removal, form)).status).toBe(303)
  expect(['signedOut', 'forbidden']).toContain(`${await endedOf(atHome)}`)
})
