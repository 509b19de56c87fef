import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { contrast, paletteOf } from '../../actors/desk/palette'
import { handle } from '../../src/cli/control-requests'
import { settingsPath, settingsPaths } from '../../views/office/settings/paths'
import { paths } from '../../views/paths'
import { until, visit } from '../support/desk'
import { colourOf, contrastOf, laidUpon } from '../views/contrast'
import { json } from './ask'
import { photo, png } from './images'
import { fieldsOf, openOffice } from './office'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const page = async () => (await office.get(settingsPath)).text
const brandForm = async () => fieldsOf(await page(), settingsPaths.group('brand'))
/** The style of the brand that a page has, undefined for none. */
const styleOn = async (path: string, cookie?: string) => {
  const { text } = await office.ask('GET', path, cookie ? { cookie } : {})
  const [name] = /\/static\/brand-[0-9a-f]{12}\.css/.exec(text) ?? []
  return name && (await office.ask('GET', name)).text
}
const save = async (fields: Record<string, string>, headers = {}) =>
  office.post(settingsPaths.group('brand'), { ...(await brandForm()), ...fields }, headers)

describe('the colour of a brand', () => {
  test('is on the pages of visitors alone, from a small file that a browser keeps', async () => {
    expect(await styleOn(paths.chat.page)).toBeUndefined()
    const { text } = await office.follow(await save({ color: '#0A7D5A' }))
    expect(text).toContain('role="status"')
    const { fill, strong } = paletteOf('#0a7d5a')
    for (const path of [paths.home, paths.chat.page, paths.widget.page, paths.session.signIn]) {
      const style = await styleOn(path)
      expect(style).toContain(`--brand-fill:light-dark(${fill.light},${fill.dark})`)
      expect(style).toContain(`--brand-strong:light-dark(${strong.light},${strong.dark})`)
    }
    // Where people work a colour says how things stand.
    expect(await styleOn(settingsPath, office.cookies.admin)).toBeUndefined()
    expect(await styleOn(paths.workbench.page, office.cookies.agent)).toBeUndefined()
    const [, name = ''] =
      /(\/static\/brand-[^"]+)"/.exec((await office.ask('GET', paths.home)).text) ?? []
    const file = await office.ask('GET', name)
    expect(file.headers.get('Cache-Control')).toContain('immutable')
    const [row] = await office.desk.desk.store.audit.newest(1)
    expect(row).toMatchObject({ act: 'changed', object: 'setting:desk.brand', actorName: 'Olga' })
    expect(row?.detail).toMatchObject({ 'was.color': '', 'is.color': '#0a7d5a' })
  })

  test('is drawn darker where white words could not be read on it, and the page says so', async () => {
    await save({ color: '#ffd500' })
    const { fill } = paletteOf('#ffd500')
    expect(await page()).toContain(fill.light)
    expect(await page()).toContain('1.4:1')
    await save({ color: '#123456' })
    expect(await page()).not.toContain('id="corrected"')
  })

  test('any of them can be read, in light and in dark', () => {
    const hex = (part: number) => part.toString(16).padStart(2, '0')
    const parts = [0, 51, 102, 153, 204, 255]
    const colors = parts.flatMap((red) =>
      parts.flatMap((green) => parts.map((blue) => `#${[red, green, blue].map(hex).join('')}`)),
    )
    const grounds = { light: ['#f6f6fb', '#ffffff'], dark: ['#13111b', '#1b1926', '#262436'] }
    const inks = {
      light: ['#1e1b2e', '#5d5a72', '#6a6781'],
      dark: ['#eceaf5', '#a9a5be', '#9794ae'],
    }
    const unread = colors.flatMap((color) => {
      const one = paletteOf(color)
      return (['light', 'dark'] as const).flatMap((look) => {
        const washes = one.washes.map((wash) => wash[look])
        const pairs: [string, string][] = [
          ...[one.fill, one.press, one.bubble].map((each): [string, string] => [
            '#ffffff',
            each[look],
          ]),
          ...[...grounds[look], one.soft[look], ...washes].map((on): [string, string] => [
            one.strong[look],
            on,
          ]),
          ...[one.soft[look], ...washes].flatMap((on) =>
            inks[look].map((ink): [string, string] => [ink, on]),
          ),
        ]
        return pairs
          .filter(([ink, on]) => contrast(ink, on) < 4.5)
          .map((pair) => [color, look, ...pair])
      })
    })
    // A message on its way lets the page through, and reads then too.
    const through = (color: string, page: string) => laidUpon(colourOf(page), colourOf(color), 0.95)
    const faint = colors.flatMap((color) =>
      (['light', 'dark'] as const).flatMap((look) =>
        grounds[look]
          .slice(0, 2)
          .filter((page) => {
            const bubble = through(paletteOf(color).bubble[look], page)
            return contrastOf(through('#ffffff', page), bubble) < 4.45
          })
          .map((page) => [color, look, page]),
      ),
    )
    expect(faint).toEqual([])
    expect(unread).toEqual([])
  })

  test('is refused for what is none, with what was typed and the field in focus', async () => {
    const refused = await save({ color: 'violet', privacy: 'https://shop.example/privacy' })
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(/name="color"[^>]*value="violet"[^>]*autofocus/)
    expect(refused.text).toContain('https://shop.example/privacy')
  })

  test('two admins change it at a time: the second reads what the first saved, and loses nothing', async () => {
    const stale = await brandForm()
    await save({ color: '#aa0000' })
    const form = { ...stale, color: '#00aa00' }
    const refused = await office.post(settingsPaths.group('brand'), form)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('value="#00aa00"')
    expect(refused.text).toContain('#aa0000')
    expect(
      (
        await office.follow(
          await office.post(
            settingsPaths.group('brand'),
            fieldsOf(refused.text, settingsPaths.group('brand')),
          ),
        )
      ).text,
    ).toContain('value="#00aa00"')
  })

  test('is looked at before it is saved, in a chat that nothing is done in', async () => {
    const shown = await office.get(`${settingsPaths.preview}?color=%23abcdef`)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('<body inert')
    expect(shown.text).not.toContain('<script')
    expect(shown.text).toContain('/static/brand-of-abcdef.css')
    const style = await office.ask('GET', '/static/brand-of-abcdef.css')
    expect(style.text).toContain(paletteOf('#abcdef').fill.light)
    expect(shown.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'")
  })
})

describe('the page on privacy', () => {
  const link = 'https://shop.example/privacy'
  test('is linked before a chat, under it, in the frame and on the front page', async () => {
    await save({ privacy: ` ${link} ` })
    const { token } = await visit(office.desk, 'Vera')
    for (const path of [paths.home, paths.chat.page, paths.widget.page])
      expect((await office.ask('GET', path)).text).toContain(`href="${link}"`)
    const cookie = `visitor=${token}`
    expect((await office.ask('GET', paths.chat.page, { cookie })).text).toContain(`href="${link}"`)
    await save({ privacy: '' })
    expect((await office.ask('GET', paths.chat.page)).text).not.toContain(link)
  })

  test('is no path, no script, nothing with a password in it, and not endless', async () => {
    const long = `https://shop.example/${'x'.repeat(2_000)}`
    const wrong = [
      'shop.example',
      'javascript:alert(1)',
      'https://u:p@shop.example/',
      '//x.example',
    ]
    for (const privacy of [...wrong, long]) {
      const { status, text } = await save({ privacy }, json)
      expect([status, JSON.parse(text).error.reason]).toEqual([422, 'linkNotValid'])
    }
  })
})

describe('the logo', () => {
  const send = (bytes: Uint8Array<ArrayBuffer>, name = 'logo.png', field = 'logo') => {
    const body = new FormData()
    body.set(field, new File([bytes], name))
    return sendForm(body)
  }
  const sendForm = async (body: FormData) => {
    const request = new Request('http://desk.test/', { method: 'POST', body })
    const type = request.headers.get('Content-Type') ?? ''
    const bytes = await request.arrayBuffer()
    const headers = { Host: 'desk.test', Origin: 'http://desk.test', 'Content-Type': type }
    const answer = await office.desk.request(settingsPaths.logo, {
      ...{ method: 'POST', body: bytes, headers: { ...headers, Cookie: office.cookies.admin } },
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text }
  }

  test('stands at the head of the pages of visitors, as a small copy', async () => {
    const { text } = await office.follow(await send(await photo({ width: 600, height: 200 })))
    expect(text).toContain('width="288" height="96"')
    const [row] = await office.desk.desk.store.audit.newest(1)
    expect(row).toMatchObject({ act: 'changed', object: 'setting:desk.logo', actorName: 'Olga' })
    // It is told by the picture alone.
    expect(Object.keys(row?.detail ?? {})).toEqual(['was.mark', 'is.mark'])
    const style = (await styleOn(paths.home)) ?? ''
    const [, address = ''] = /url\(([^)]+)\)/.exec(style) ?? []
    const picture = await office.ask('GET', address)
    expect([picture.status, picture.headers.get('Content-Type')]).toEqual([200, 'image/webp'])
    expect(style).toContain('inline-size:96px;block-size:32px')
    await office.follow(await office.post(settingsPaths.logoRemoval))
    expect((await styleOn(paths.home)) ?? '').not.toContain('url(')
    expect((await office.ask('GET', address)).status).toBe(404)
  })

  test('is no SVG, no text, nothing that moves or is too large', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
    expect((await send(svg, 'logo.svg')).status).toBe(422)
    expect((await send(new TextEncoder().encode('GIF89a'), 'logo.gif')).status).toBe(422)
    const large = await send(png({ noise: 5 * 1024 * 1024 }))
    expect(large.status).toBe(413)
    expect(large.text).toContain('at most 4 MB')
    expect((await send(png(), 'logo.png', 'other')).status).toBe(422)
    expect(JSON.parse((await office.get(settingsPath, json)).text).logo).toBeNull()
  })
})

test('the command line sets the same, and who may not does not', async () => {
  const { desk, ask, cookies } = office
  const changes = { color: '#0055aa', logoAlone: 'yes' }
  await handle(desk.desk, { do: 'desk settings', input: { group: 'brand', changes } })
  const picture = Buffer.from(await photo({ width: 64, height: 64 })).toString('base64')
  await handle(desk.desk, { do: 'desk logo', input: { picture } })
  await until(async () => ((await styleOn(paths.home)) ?? '').includes('url('))
  const style = (await styleOn(paths.home)) ?? ''
  expect(style).toContain(paletteOf('#0055aa').fill.light)
  expect(style).toContain('clip-path')
  const wrong = await handle(desk.desk, {
    do: 'desk settings',
    input: { group: 'brand', changes: { color: 'blue' } },
  })
  expect(wrong).toMatchObject({ reason: 'colorNotValid' })
  const form = { color: '#ffffff' }
  for (const cookie of [cookies.supervisor, cookies.agent])
    expect((await ask('POST', settingsPaths.group('brand'), { form, cookie })).status).toBe(403)
})
