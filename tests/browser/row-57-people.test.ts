import { expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { createRole } from '../../src/commands/roles/write'
import { peoplePaths } from '../../views/office/people-paths'
import { rolePaths } from '../../views/office/role-paths'
import { paths } from '../../views/paths'
import { olga } from './desk'
import { openAt, until } from './people'
import { scene, TIME } from './scene'

test.concurrent(
  'row 57: somebody is invited, sets their password by the link, and acts by a role that changes under them',
  scene(async (desk, cast) => {
    await desk.hire(olga, { role: 'admin' })
    const role = await createRole(desk.desk, { name: 'Night shift', from: 'agent' })
    if (isProblem(role)) throw new Error(role.reason)
    const office = await cast.agent(olga)
    await office.goto(desk.url + peoplePaths.list)
    await office.locator('#field-name').fill('Nina')
    await office.locator('#field-email').fill('nina@desk.example')
    await office.locator('#field-role').selectOption({ label: 'Night shift' })
    await office.locator('input[name=departments][type=checkbox]').first().check()
    await office.getByRole('button', { name: 'Make the account' }).click()
    const link = await office.locator('#link').inputValue()
    // All of it is to be seen, and a press copies it.
    const cut = await office
      .locator('#link')
      .evaluate((field) => [
        field.scrollWidth - field.clientWidth,
        field.scrollHeight - field.clientHeight,
      ])
    expect(cut).toEqual([0, 0])
    await office.getByRole('button', { name: 'Copy' }).click()
    await until('that it is copied', () => office.locator('.copied').innerText(), 'Copied.')
    await office.context().grantPermissions(['clipboard-read'])
    expect(await office.evaluate(() => navigator.clipboard.readText())).toBe(link)
    expect(link).toContain(`${desk.url}${paths.passwordLink}?token=`)

    const nina = cast.keep(await openAt(link))
    await nina.getByLabel('Password', { exact: true }).fill('a bell rings twice at night')
    await nina.getByRole('button', { name: 'Set password and sign in' }).click()
    await nina.waitForURL(`${desk.url}${paths.workbench.page}`)
    const ways = () => nina.locator(`a[href^="${paths.office.page}/"]`).count()
    expect(await ways()).toBe(0)

    await office.goto(desk.url + rolePaths.page(role))
    await office.getByLabel('The board of what goes on now').check()
    await office.getByRole('button', { name: 'Save changes' }).click()
    await office.getByText('Saved.').waitFor()
    // The same session, which did nothing for it.
    await nina.goto(desk.url + paths.workbench.page)
    expect(await ways()).toBeGreaterThan(0)
    expect((await nina.goto(desk.url + paths.office.of('live')))?.status()).toBe(200)
  }),
  TIME,
)
