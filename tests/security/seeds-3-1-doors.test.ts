import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Glob } from 'bun'
import { changeAccount } from '../../src/commands/accounts/change'
import { readConfig } from '../../src/config'
import { routes } from '../../src/web/routes'
import { paths } from '../../views/paths'
import { until } from '../support/desk'
import { scratchFolder } from '../support/programs'
import { png } from '../web/images'
import { type App, type Hired, hire, openApp, PASSWORD, setReady, type Visit, visit } from './app'
import { formOf, MISSING } from './cases'

/** What systems of this kind got wrong in passwords, doors and files: each is looked for here, by its number. */
const { chat, workbench, session } = paths

let app: App
let ana: Hired
let sina: Hired
let vera: Visit
beforeAll(async () => {
  app = await openApp()
  ana = await hire(app, 'Ana')
  sina = await hire(app, 'Sina', { role: 'admin' })
  vera = await visit(app, { name: 'Vera' })
  await app.ask('GET', workbench.page, { cookie: ana.cookie })
  await setReady(app, ana)
  await until(
    async () => (await app.store.conversations.find(vera.conversation))?.state === 'active',
  )
})
afterAll(() => app.close())

describe('seeds 3.1', () => {
  test('06 a password is kept by argon2id with a salt of its own, and a new name changes nothing', async () => {
    const [one, other] = await app.store.accounts.all()
    expect(one?.passwordHash).toStartWith('$argon2id$')
    expect(one?.passwordHash).not.toBe(other?.passwordHash)
    expect(await changeAccount(app.desk, { id: sina.id }, { place: { name: 'Sina M.' } })).toBe(
      sina.id,
    )
    const form = { email: sina.email, password: PASSWORD, cookie: 'given' }
    const headers = { Cookie: 'bellhop-probe=1' }
    expect((await app.ask('POST', session.signIn, { form, headers })).status).toBe(303)
  })

  test('07 and 08 there is one way in for the desk and one for visitors, and it is limited; so are messages, files and talks', async () => {
    const taking = routes.filter(
      ({ form }) => form && 'password' in form.shape && 'email' in form.shape,
    )
    expect(taking.map(({ path }) => path).toSorted()).toEqual(
      [paths.install, session.signIn, paths.customers.signIn, paths.customers.register].toSorted(),
    )
    const limited = await openApp({ RATE_FACTOR: '0.02' })
    try {
      const nina = await hire(limited, 'Nina')
      const tries: number[] = []
      for (let nth = 0; nth < 4; nth += 1) {
        const form = { email: nina.email, password: nth < 3 ? 'wrong' : PASSWORD }
        tries.push((await limited.ask('POST', session.signIn, { form, accept: 'json' })).status)
      }
      expect(tries.at(-1)).toBe(429)
      const vera = await visit(limited)
      const posted = async (path: string, body: () => FormData | URLSearchParams) => {
        const all: number[] = []
        for (let nth = 0; nth < 12; nth += 1)
          all.push(
            (await limited.ask('POST', path, { cookie: vera.cookie, body: body(), accept: 'json' }))
              .status,
          )
        return all.at(-1)
      }
      expect(await posted(chat.messages, () => new URLSearchParams(formOf(chat.messages)))).toBe(
        429,
      )
      const file = () => {
        const data = new FormData()
        data.set('client_id', `file-${Math.random()}`)
        data.append(
          'file',
          new File([png({ noise: Math.random() * 1e6 })], '中文.png', { type: 'image/png' }),
        )
        return data
      }
      expect(await posted(chat.files, file)).toBe(429)
    } finally {
      await limited.close()
    }
  })

  test('08 a picture is as large as pictures may be, and is kept by whatever name', async () => {
    const send = (bytes: Uint8Array<ArrayBuffer>, name: string, cookie = vera.cookie) => {
      const data = new FormData()
      data.set('client_id', `size-${bytes.length}-${cookie.length}`)
      data.append('file', new File([bytes], name, { type: 'image/png' }))
      return app.ask('POST', chat.files, { cookie, body: data, accept: 'json' })
    }
    const settings = (await app.store.departments.all())[0]?.settings
    const most = (settings?.imageSize ?? 0) * 1024 * 1024
    const large = new Uint8Array(Math.max(most, 1024 * 1024) + 1024)
    large.set(png())
    expect((await send(large, 'large.png')).status).toBe(413)
    expect((await send(png(), '中文.png')).status).toBe(201)
    const anonymous = await send(png(), 'nobody.png', '')
    expect([404, 409]).toContain(anonymous.status)
  })

  test('09 leaving is no link, cookies are the desk’s alone, and no address leads away', async () => {
    await app.ask('GET', session.signOut, { cookie: ana.cookie })
    expect((await app.ask('GET', workbench.page, { cookie: ana.cookie })).status).toBe(200)
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      'javascript:1',
    ]) {
      const form = { email: sina.email, password: PASSWORD, next, cookie: 'given' }
      const headers = { Cookie: 'bellhop-probe=1' }
      const done = await app.ask('POST', session.signIn, { form, headers })
      expect(done.headers.get('Location') ?? '').toStartWith('/')
      expect(done.headers.get('Location') ?? '').not.toMatch(/^\/[/\\]/)
      for (const cookie of done.headers.getSetCookie())
        if (cookie.includes('session='))
          expect(cookie).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/)
      expect(done.headers.get('Access-Control-Allow-Origin')).toBeNull()
    }
  })

  test('10 each desk has a secret of its own, and a fault tells none of its insides', async () => {
    const folders = [scratchFolder(), scratchFolder()]
    const secrets = folders.map((folder) => readConfig({ DATA_DIR: folder }).secret)
    expect(new Set(secrets).size).toBe(2)
    for (const secret of secrets) expect(secret.length).toBeGreaterThanOrEqual(32)
    for (const folder of folders) expect(statSync(join(folder, 'secret')).mode & 0o077).toBe(0)
    const { find } = app.store.conversations
    app.store.conversations.find = () => Promise.reject(new Error('SELECT * FROM secrets'))
    const faults = await Promise.all(
      [chat.page, workbench.conversation(vera.conversation)].map((page) =>
        app.ask('GET', page, { cookie: `${vera.cookie}; ${ana.cookie}` }),
      ),
    )
    app.store.conversations.find = find
    for (const { text } of faults) expect(text).not.toMatch(/SELECT|secrets|Error:|\.tsx?:\d/)
  })

  test('12 nobody makes themself more than they are', async () => {
    const otto = await hire(app, 'Otto', { role: 'owner' })
    const revise = (id: string, role: string, cookie: string) =>
      app.ask('POST', paths.office.of('people', id, 'revision'), {
        cookie,
        form: { role },
        accept: 'json',
      })
    for (const id of [sina.id, ana.id])
      expect((await revise(id, 'owner', sina.cookie)).status).toBe(403)
    expect((await revise(otto.id, 'agent', sina.cookie)).status).toBe(403)
    expect((await revise(ana.id, 'admin', ana.cookie)).status).toBe(403)
    for (const act of ['disabling', 'removal', 'password']) {
      const path = paths.office.of('people', otto.id, act)
      expect(
        (await app.ask('POST', path, { cookie: sina.cookie, form: {}, accept: 'json' })).status,
      ).toBe(403)
    }
    expect((await app.store.accounts.byId(otto.id))?.role).toBe('owner')
    expect(MISSING).not.toBe(otto.id)
  })

  test('13 nothing that somebody sent is kept with the program', () => {
    const kept = [...new Glob('{static,views,src,actors,migrations}/**/*').scanSync('.')]
    expect(
      kept.filter((file) => /\.(jpe?g|gif|bmp|webp|pdf|docx?|zip|rar|db|sqlite)$/i.test(file)),
    ).toEqual([])
    expect(kept.filter((file) => /\/uploads?\//i.test(file))).toEqual([])
  })
})
