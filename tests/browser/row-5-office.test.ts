import { expect, test } from 'bun:test'
import { createDepartment } from '../../src/commands/departments/create'
import { departmentPaths } from '../../views/office/departments'
import { paths } from '../../views/paths'
import { olga } from './desk'
import { openAt, signIn } from './people'
import { REFUSED, scene, TIME } from './scene'

const plain = { javaScriptEnabled: false }

test.concurrent(
  'row 5: the office without JavaScript: a list is searched, a form refused, two are quicker than each other, and both save',
  scene(async (desk, cast) => {
    await desk.hire(olga, { role: 'admin' })
    const id = String(await createDepartment(desk.desk, { name: 'Repairs' }))
    const office = cast.keep(await openAt(`${desk.url}/sign-in`, plain))
    await signIn(office, olga)

    await office.goto(desk.url + paths.office.of('people'))
    await office.locator('input[name=q]').fill('nobody at all')
    await office.locator('input[name=q]').press('Enter')
    expect(new URL(office.url()).searchParams.get('q')).toBe('nobody at all')

    const settings = desk.url + departmentPaths.page(id)
    await office.goto(settings)
    const form = office.locator(`form[action="${departmentPaths.settings(id)}"]`)
    const field = (name: string) => form.locator(`[name=${name}]`)
    await field('patience').fill('as long as it takes')
    await field('silence').fill('45m')
    const save = form.locator('button[type=submit]').first()
    await save.click()
    expect(await office.locator(':focus').getAttribute('name')).toBe('patience')
    expect(await field('silence').inputValue()).toBe('45m')

    // Somebody else saves while it is corrected.
    const other = cast.keep(await openAt(`${desk.url}/sign-in`, plain))
    await signIn(other, olga)
    await other.goto(settings)
    const theirs = other.locator(`form[action="${departmentPaths.settings(id)}"]`)
    await theirs.locator('[name=patience]').fill('3m')
    await theirs.locator('button[type=submit]').last().click()
    await other.getByText('Saved.').waitFor()

    await field('patience').fill('7m')
    await save.click()
    await office.getByText('As saved now: 3m').waitFor()
    expect(await office.locator(':focus').getAttribute('name')).toBe('patience')
    expect(await field('patience').inputValue()).toBe('7m')
    await save.click()
    await office.getByText('Saved.').waitFor()
    const row = await desk.desk.store.departments.find(id)
    expect(row?.settings).toMatchObject({ patience: 420_000, silence: 2_700_000 })
  }, REFUSED),
  TIME,
)
