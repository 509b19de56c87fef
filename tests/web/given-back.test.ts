import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { z } from 'zod'
import { holding, holdsOf } from '../../actors/holds'
import { end } from '../../src/commands/conversations/end'
import { newToken } from '../../src/commands/tokens'
import type { Route } from '../../src/web/route'
import { routes } from '../../src/web/routes'
import { fieldsOf, sentIn } from '../../src/web/sent'
import { paths } from '../../views/paths'
import { openTestDesk, visit } from '../support/desk'
import { type Answer, type Ask, askOf } from './ask'
import { type Office, openOffice } from './office'

const ID = '0199aaaa-0000-7000-8000-00000000beef'
const HIDDEN = 'nobody reads this'
const posts = routes.filter(({ method }) => method === 'POST')

const fieldsOfAll = posts.flatMap(({ path, form }) =>
  Object.entries(form?.shape ?? {}).map(([name, field]) => ({ path, name, holds: holdsOf(field) })),
)

/** What is chosen, or stood on the page, in one form and is written by somebody in another. */
const chosen = ['rating tags', 'status reason', 'cards link', 'cards state']
const of = ({ path, name }: { path: string; name: string }) =>
  chosen.includes(`${path.split('/').at(-1)} ${name}`)

describe('what a field holds', () => {
  test('is said by every form, and one name holds the same in all of them', () => {
    expect(fieldsOfAll.length).toBeGreaterThan(30)
    for (const { path, name, holds } of fieldsOfAll) {
      expect([path, name, holds]).not.toEqual([path, name, undefined])
      const same = fieldsOfAll.find(
        (other) => other.name === name && of(other) === of({ path, name }),
      )
      expect([path, name, holds]).toEqual([path, name, same?.holds])
      if (/password/i.test(name)) expect([path, name, holds]).toEqual([path, name, 'secret'])
    }
  })

  test('stays said, whatever is made of the field', () => {
    const words = holding('words', z.string()).transform((text) => text.trim())
    for (const made of [words.optional(), words.default(''), words.superRefine(() => {}), words])
      expect(holdsOf(made)).toBe('words')
    expect(holdsOf(z.object({ a: words }).partial().shape.a)).toBe('words')
    expect(holdsOf(z.union([z.int(), holding('secret', z.string())]).optional())).toBe('secret')
    for (const chosen of [z.enum(['a']), z.int(), z.literal('1').optional()])
      expect(holdsOf(chosen)).toBe('value')
  })

  test('is a secret when nobody said it, and what no form has is not sent again', () => {
    const form = z.object({ code: z.string(), any: z.preprocess(String, z.string()) })
    const own = fieldsOf(form)
    const input = { code: HIDDEN, any: HIDDEN, made_up: HIDDEN, text: 'Hello' }
    const all = fieldsOf(form, z.object({ text: holding('words', z.string()) }))
    expect(sentIn(input, { own, all })).toEqual({
      ...{ fields: {}, words: ['Hello'], secrets: ['code', 'any'] },
    })
  })
})

const right: Record<string, string> = {}
/** No form has it. */
const wrong: Record<string, string> = { made_up: 'x' }

type Sent = { words: string[]; form: Record<string, string> }

/** Something in every field that a route reads, and which of it somebody wrote. */
const written = ({ form, path }: Route): Sent => {
  const fields = [...fieldsOf(form)]
  const text = (name: string) => `written as ${name} of ${path.replaceAll('/', ' ')}`
  return {
    words: fields.flatMap(([name, holds]) => (holds === 'words' ? [text(name)] : [])),
    form: Object.fromEntries(
      fields.map(([name, holds]) => [name, holds === 'secret' ? HIDDEN : text(name)]),
    ),
  }
}

const gives = (about: unknown, { status, text }: Answer, words: readonly string[]) => {
  for (const each of words)
    expect([about, status, text.includes(each)]).toEqual([about, status, true])
  expect([about, text.includes(HIDDEN)]).toEqual([about, false])
}

const writing = posts.filter((route) => written(route).words.length > 0)

describe('whoever writes and is refused reads their words again', () => {
  let office: Office
  let ids: string[]
  let writers: string[]
  beforeAll(async () => {
    office = await openOffice()
    const vera = await visit(office.desk, 'Vera')
    const vito = await visit(office.desk, 'Vito')
    await end(office.desk.desk, vito.person, vito.conversation)
    ids = [ID, vera.conversation, vito.conversation, 'support']
    const { admin, agent } = office.cookies
    const visitors = [vera, vito].map(({ token }) => `bellhop-visitor=${token}`)
    const gone = `bellhop-visitor=${newToken()}; bellhop-session=${newToken()}`
    writers = ['', gone, admin, agent, ...visitors]
  })
  afterAll(() => office.close())

  const own: Record<string, string> = {}
  /** By an address that the desk was not told, as a browser says that says little. */
  const elsewhere = { Origin: 'http://desk.test:8080' }

  test.each(writing.map((route) => [route.path, route] as const))('at %s', async (_, route) => {
    const { words, form } = written(route)
    let refused = 0
    for (const id of route.path.includes(':id') ? ids : [''])
      for (const cookie of writers)
        for (const headers of [own, elsewhere])
          for (const more of [right, wrong]) {
            const asked = { form: { ...form, ...more }, cookie, headers }
            const answer = await office.ask('POST', route.path.replace(':id', id), asked)
            if (answer.status < 400) continue
            refused++
            gives([route.path, id, cookie, headers, more], answer, words)
          }
    expect(refused).toBeGreaterThan(0)
  })

  test('where nothing takes it in, or nothing is', async () => {
    const form = { text: 'Is anybody there?', password: HIDDEN, name: 'Vera' }
    for (const path of ['/nowhere', '/office/nowhere', paths.workbench.page, paths.home]) {
      const answer = await office.ask('POST', path, { form, cookie: office.cookies.admin })
      expect([404, 405]).toContain(answer.status)
      gives(path, answer, ['Is anybody there?', 'Vera'])
    }
  })

  test('but not what another site sent', async () => {
    const { form } = written(posts[0] as Route)
    for (const { path } of [...writing, { path: '/nowhere' }]) {
      const headers = { 'Sec-Fetch-Site': 'cross-site' }
      const text = 'of another site'
      const asked = { form: { ...form, text, name: text, comment: text }, headers }
      const answer = await office.ask('POST', path.replace(':id', ID), asked)
      expect([path, answer.status, answer.text.includes(text)]).toEqual([path, 403, false])
    }
  })
})

test('so does who sets a desk up by a link that is none, or not as it has to be', async () => {
  const desk = await openTestDesk()
  const ask: Ask = askOf(desk)
  const form = { token: 'none', name: 'Olga Orlova', email: 'olga@desk.test', password: HIDDEN }
  for (const more of [right, { password: '' }, wrong])
    gives(more, await ask('POST', paths.install, { form: { ...form, ...more } }), [
      ...[form.name, form.email],
    ])
  await desk.close()
})
