import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { languages } from '../../views/words/language'
import { newPasswordWords } from '../../views/words/new-password'
import { closeBrowser, openPage, type Visit } from '../support/chromium'
import { openGallery, pageOf } from '../support/gallery/server'
import { findingsOf } from './axe'

let gallery: Awaited<ReturnType<typeof openGallery>>
let visit: Visit
beforeAll(async () => {
  gallery = await openGallery()
  visit = await openPage({ viewport: { width: 375, height: 740 } })
})
afterAll(async () => {
  await visit.close()
  await closeBrowser()
  await gallery.stop(true)
})

const show = async (name: string, language: (typeof languages)[number] = 'en'): Promise<Page> => {
  await visit.page.goto(new URL(pageOf(name, 'light', language), gallery.url).href)
  return visit.page
}
const told = (page: Page) => page.locator('.strength [role=status]').innerText()

const chosen = [
  ['', undefined],
  ['a bell for gue', 'short'],
  ['\u{1F6CE}'.repeat(14), 'short'],
  ['aaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['98765432109876543210', 'weak'],
  ['qwertyuiopASDFGHJKL', 'weak'],
  ['Password123456789!', 'weak'],
  ['guest-bell guest-bell guest-bell', 'fair'],
  ['gk4 wz7!Tq9rb0x', 'good'],
  ['a bell for every guest', 'strong'],
  ['每位客人进门都会听见一声铃响', 'short'],
  ['每位客人进门时都会听见一声铃响呢', 'strong'],
] as const

test.each([...languages])('how hard it is to guess is told in words (%s)', async (language) => {
  const page = await show('invitation', language)
  const words = newPasswordWords[language].strength
  for (const [password, level] of chosen) {
    await page.fill('#field-password', password)
    const says = level === 'short' ? words.short(15) : level ? words[level] : ''
    expect([password, await told(page)]).toEqual([password, says])
  }
})

test('what a form says of its owner is no secret', async () => {
  const page = await show('install')
  const weak = newPasswordWords.en.strength.weak
  await page.fill('#field-name', 'Olga Vanderbrink')
  await page.fill('#field-email', 'o.vanderbrink@harbourpine.example')
  await page.fill('#field-password', 'vanderbrink harbourpine')
  expect(await told(page)).toBe(weak)
  await page.fill('#field-name', 'Ana')
  await page.fill('#field-email', '')
  await page.fill('#field-password', 'vanderbrink harbourpin')
  expect(await told(page)).not.toBe(weak)
})

test('of two passwords on one page the new one is looked at, and the other is only typed', async () => {
  const page = await show('me')
  await page.fill('#field-current_password', 'aaaaaaaaaaaaaaaaaaaa')
  expect(await told(page)).toBe('')
  await page.fill('#field-new_password', 'aaaaaaaaaaaaaaaaaaaa')
  expect(await told(page)).toBe(newPasswordWords.en.strength.weak)
})

test('who hears the page or reads it without scripts has the rule', async () => {
  const page = await show('invitation')
  const field = page.getByLabel('Password', { exact: true })
  const id = (await field.getAttribute('aria-describedby')) ?? ''
  expect(await page.locator(`[id="${id}"]`).innerText()).toBe(newPasswordWords.en.hint(15))
  await field.fill('aaaaaaaaaaaaaaaaaaaa')
  expect(await findingsOf(page)).toEqual([])
  const plain = await openPage({ javaScriptEnabled: false })
  await plain.page.goto(page.url())
  expect(await plain.page.getByText(newPasswordWords.en.hint(15)).isVisible()).toBe(true)
  expect(await plain.page.locator('.strength').isVisible()).toBe(false)
  expect(await plain.page.locator('[data-reveals]').isVisible()).toBe(false)
  await plain.close()
})
