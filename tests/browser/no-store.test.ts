import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { saveWelcome } from '../../src/commands/start-forms/welcome'
import { ana, openTestDesk, type TestDesk } from './desk'
import { openBench, openRow, until, write } from './people'
import { TIME } from './scene'
import { allow, button, inside, openShop, type Shop, visitShop } from './site'

let desk: TestDesk
let shop: Shop
beforeAll(async () => {
  desk = await openTestDesk()
  await desk.department({ id: 'billing', name: 'Billing' })
  await desk.hire(ana, { departments: ['Support', 'Billing'] })
  await saveWelcome(desk.desk, 'support', { questions: 'Where is my parcel?' })
  await saveWelcome(desk.desk, 'billing', { questions: 'Can I have an invoice?' })
  shop = openShop(desk)
  await allow(desk, shop.originOf())
})
afterAll(async () => {
  await shop.close()
  await desk.close()
}, 30_000)

/** As a browser does that lets no page in a frame keep anything, or where there is no room. */
const denials = {
  denied: () => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'BroadcastChannel'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
  },
  absent: () => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { value: null })
  },
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('There is no room.', 'QuotaExceededError')
    }
  },
}

const faultsOf = (page: Page) => {
  const faults: string[] = []
  page.on('pageerror', ({ message }) => void faults.push(message))
  return faults
}

test.each(Object.entries(denials))(
  'in a frame whose stores are %s the whole chat works',
  async (how, deny) => {
    const agent = await openBench(desk.url, ana, { status: 'ready' })
    const { page, close } = await visitShop('about:blank')
    const faults = faultsOf(page)
    await page.addInitScript(`if (top !== window) (${deny})()`)
    await page.goto(shop.originOf())
    await button(page).click()
    const chat = inside(page)

    // What is asked often is the chosen department's.
    await chat.getByRole('button', { name: 'Where is my parcel?' }).waitFor()
    await chat.locator('main select[name=department]').selectOption('billing')
    await chat.locator('input[name=name]').fill(`Vera ${how}`)
    await chat.getByRole('button', { name: 'Can I have an invoice?' }).click()
    await chat.locator('#transcript .body', { hasText: 'invoice' }).waitFor()
    expect(await chat.locator('#transcript .day time').first().innerText()).toBe('Today')

    await openRow(agent.page, `Vera ${how}`)
    await write(agent.page, 'It is on its way')
    await chat.locator('.body', { hasText: 'on its way' }).waitFor()
    await chat.locator('#composer textarea').fill('Thank you')
    await chat.locator('#composer textarea').press('Enter')
    await agent.page.locator('#transcript .body', { hasText: 'Thank you' }).waitFor()
    await until('it to be sent', () => chat.locator('[data-pending]').count(), 0)
    await chat.locator('#sound').click()
    expect(await chat.locator('#sound').getAttribute('aria-pressed')).toBe('false')

    await page.reload()
    await button(page).waitFor()
    await chat.locator('.body', { hasText: 'Thank you' }).waitFor()
    expect([...faults, ...agent.errors]).toEqual([])
    await Promise.all([close(), agent.close()])
  },
  TIME,
)
