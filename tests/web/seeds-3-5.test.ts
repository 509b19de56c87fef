import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { BuiltInRole } from '../../actors/people'
import { installToken } from '../../src/commands/accounts/install'
import { routes, routesAt } from '../../src/web/routes'
import { paths } from '../../views/paths'
import { sources, withoutComments } from '../house/source'
import { openTestDesk, PASSWORD, visit } from '../support/desk'
import { askOf } from './ask'
import { type Office, openOffice } from './office'

/** What systems of this kind have that leads nowhere: each is looked for here, by its number. */
let office: Office
let vera: string
beforeAll(async () => {
  office = await openOffice()
  await office.make('Billing')
  vera = `visitor=${(await visit(office.desk, 'Vera')).token}`
})
afterAll(() => office.close())

type Found = { links: string[]; forms: [method: string, action: string][]; files: string[] }

const foundIn = (html: string): Found => {
  const found: Found = { links: [], forms: [], files: [] }
  const said = (text: string | null) => (text ?? '').replaceAll('&amp;', '&')
  new HTMLRewriter()
    .on('a[href]', { element: (a) => void found.links.push(said(a.getAttribute('href'))) })
    .on('form[action]', {
      element: (form) => {
        const method = (form.getAttribute('method') ?? 'get').toUpperCase()
        found.forms.push([method, said(form.getAttribute('action'))])
      },
    })
    .on('button[formaction]', {
      element: (button) => {
        const method = (button.getAttribute('formmethod') ?? 'post').toUpperCase()
        found.forms.push([method, said(button.getAttribute('formaction'))])
      },
    })
    .on('script[src], img[src], audio[src], iframe[src]', {
      element: (file) => void found.files.push(said(file.getAttribute('src'))),
    })
    .on('link[href]', { element: (link) => void found.files.push(said(link.getAttribute('href'))) })
    .transform(html)
  return found
}

/** Pages that are looked at; of one address with other questions only a few. */
const MOST_PAGES = 160
const MOST_OF_ONE = 2

/** Goes wherever a link leads, by one cookie, and brings what stands on the pages. */
const walk = async (cookie: string, from: readonly string[]) => {
  const seen = new Map<string, number>()
  const todo = [...from]
  const files = new Set<string>()
  const forms = new Map<string, string>()
  const broken: string[] = []
  const known = new Set(from)
  for (let pages = 0; todo.length > 0 && pages < MOST_PAGES; pages += 1) {
    const path = todo.shift() ?? ''
    const { status, text, headers } = await office.ask('GET', path, { cookie })
    if (status >= 400) broken.push(`${status} ${path}`)
    if (!headers.get('Content-Type')?.startsWith('text/html')) continue
    const found = foundIn(text)
    for (const file of found.files) files.add(file)
    for (const [method, action] of found.forms) forms.set(`${method} ${action}`, path)
    for (const link of found.links) {
      const [bare = ''] = link.split('#')
      if (!bare.startsWith('/') || known.has(bare)) continue
      const kind = routesAt(bare.split('?')[0] ?? '', routes)[0]?.path ?? bare
      const times = seen.get(kind) ?? 0
      known.add(bare)
      if (times >= MOST_OF_ONE) continue
      seen.set(kind, times + 1)
      todo.push(bare)
    }
  }
  return { files: [...files], forms, broken, pages: known.size }
}

const walks = new Map<BuiltInRole, ReturnType<typeof walk>>()
/** Everything that a role leads to, gone through once. */
const walkOf = (role: BuiltInRole) => {
  const own = role === 'agent' ? [] : [paths.office.page]
  const starts = [paths.workbench.page, paths.workbench.me, paths.chat.page, ...own]
  const walked = walks.get(role) ?? walk(office.cookies[role], starts)
  walks.set(role, walked)
  return walked
}

const dead = (forms: ReadonlyMap<string, string>) =>
  [...forms].flatMap(([form, page]) => {
    const [method = '', action = ''] = form.split(' ')
    const path = action.split('?')[0] || (page.split('?')[0] ?? '')
    const at = routesAt(path, routes).some((route) => route.method === method)
    return at ? [] : [`${form} on ${page}`]
  })

describe('seeds 3.5', () => {
  test.each(['owner', 'admin', 'supervisor', 'agent'] as const)(
    '37 every link and every form that the %s sees leads somewhere',
    async (role) => {
      const { broken, forms, pages } = await walkOf(role)
      expect(broken).toEqual([])
      expect(dead(forms)).toEqual([])
      expect(pages).toBeGreaterThan(role === 'agent' ? 8 : 30)
    },
    60_000,
  )

  test('37 so it is for visitors, and for who has forgotten their password', async () => {
    for (const cookie of [vera, '']) {
      const { broken, forms } = await walk(cookie, [
        paths.home,
        paths.chat.page,
        paths.session.signIn,
        '/forgot',
      ])
      expect(broken).toEqual([])
      expect(dead(forms)).toEqual([])
    }
  })

  test('39 nothing is asked of another host, by no page and no file of ours', async () => {
    const { files } = await walkOf('owner')
    expect(files.length).toBeGreaterThan(5)
    expect(files.filter((file) => !file.startsWith('/') || file.startsWith('//'))).toEqual([])
    const own = await sources('static/**/*.{js,css}')
    const foreign = own.filter((source) =>
      /(?:import|fetch|src|url|href)\W{0,3}\(?\s*['"`]?https?:\/\/(?!www\.w3\.org)/.test(
        withoutComments(source).text,
      ),
    )
    expect(foreign.map(({ path }) => path)).toEqual([])
  })

  test('40 with nothing set a desk opens, and is set up by one form', async () => {
    const fresh = await openTestDesk({ env: {} })
    const ask = askOf(fresh)
    expect((await ask('GET', paths.ready)).status).toBe(200)
    const token = (await installToken(fresh.desk)) ?? ''
    expect((await ask('GET', `${paths.install}?token=${token}`)).status).toBe(200)
    const form = { token, email: 'olga@desk.test', name: 'Olga', password: PASSWORD }
    const done = await ask('POST', paths.install, { form })
    expect(done.status).toBe(303)
    const cookie = done.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    expect((await ask('GET', paths.office.of('departments'), { cookie })).status).toBe(200)
    expect((await ask('POST', paths.install, { form })).status).toBeGreaterThanOrEqual(400)
    await fresh.close()
  })
})
