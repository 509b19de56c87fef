import { expect, test } from 'bun:test'
import { privacyPaths } from '../../views/office/privacy/details'
import { openTestDesk } from '../support/desk'
import { unzipped } from '../support/zip'
import { askOf, signIn } from '../web/ask'
import { openWithVera, said, vera } from './duties/somebody'

test('one button gives all that is theirs, as data and as pages, and tells the audit', async () => {
  const desk = await openTestDesk()
  const shop = await openWithVera(desk)
  const ask = askOf(desk)
  const cookie = await signIn(ask, 'Ana')
  const request = (form: Record<string, string>) =>
    desk.request(privacyPaths.archive, {
      method: 'POST',
      headers: {
        ...{ Cookie: cookie, Origin: 'http://desk.test', Host: 'desk.test' },
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(form).toString(),
    })
  const answer = await request({ visitor: vera.email })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('application/zip')
  expect(answer.headers.get('Content-Disposition')).toMatch(/person-\d{4}-\d\d-\d\d\.zip/)
  const files = unzipped(Buffer.from(await answer.arrayBuffer()))
  const names = [...files.keys()]
  const textOf = (name: string) => files.get(name)?.toString() ?? ''
  const all = [shop.talk, shop.before.conversation]
  for (const id of all)
    expect(names).toEqual(
      expect.arrayContaining([`conversations/${id}.json`, `conversations/${id}.html`]),
    )
  const data = JSON.parse(textOf('data.json'))
  expect(data.visitors.some(({ name }: { name: string }) => name === vera.name)).toBeTrue()
  expect(data.visitors.some(({ phone }: { phone: string }) => phone === vera.phone)).toBeTrue()
  expect(data.visits[0].about.address).toBe(vera.address)
  expect(data.mail).toHaveLength(1)
  const talk = JSON.parse(textOf(`conversations/${shop.talk}.json`))
  const texts = talk.entries.map(({ text }: { text: string }) => text)
  expect(texts).toContain(said.first)
  expect(texts).toContain(said.revised)
  expect(textOf(`conversations/${shop.talk}.html`)).toContain(said.first)
  expect(textOf('index.html')).toContain(`conversations/${shop.talk}.html`)
  const sent = names.find((name) => name.startsWith('files/')) ?? ''
  expect(sent).toEndWith(said.fileName)
  expect(textOf(sent)).toBe(said.file)
  // What colleagues wrote for each other stands apart, and in no page of theirs.
  expect(textOf('colleagues.json')).toContain(`${vera.name} called from ${vera.phone}`)
  expect(textOf('colleagues.json')).toContain(said.attribute)
  for (const name of names.filter((one) => one !== 'colleagues.json'))
    expect([name, textOf(name).includes('called from')]).toEqual([name, false])
  const [act] = await desk.desk.store.audit.newest(1)
  expect(act).toMatchObject({ act: 'exported', actorName: 'Ana', detail: { value: 'zip' } })
  expect((await request({ visitor: 'nobody@mail.example' })).status).toBe(422)
  await desk.close()
}, 60_000)
