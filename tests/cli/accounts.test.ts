import { describe, expect, test } from 'bun:test'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { goOnDuty, jar } from '../chaos/people'
import { startBellhop } from '../support/program'
import { scratchFolder } from '../support/programs'
import { runHere, serveHere } from './terminal'

const password = 'a bell for every guest'

const create = async (role: 'admin' | 'agent', data: string, args: string[], input?: string) => {
  const { code, said } = await runHere([role, 'create', '--data', data, ...args], { input })
  return { code, said }
}

const ana = ['--email', 'ana@desk.test', '--name', 'Ana', '--password-stdin']
const amir = ['--email', 'amir@desk.test', '--name', 'Amir']

describe('an account', () => {
  test.concurrent('is made while the desk is closed, and while it is open', async () => {
    const data = scratchFolder()
    const closed = await create('agent', data, ana, `${password}\n`)
    expect(closed.said).toContain('Ana can sign in as ana@desk.test')
    expect(closed.said).not.toContain(password)
    expect(closed.code).toBe(0)

    const desk = await serveHere({ dataDir: data })
    expect(statSync(join(data, 'control.sock')).mode & 0o777).toBe(0o600)
    const open = await create('admin', data, amir)
    expect(open.code).toBe(0)
    expect(open.said).toContain(`at ${desk.url}/sign-in`)
    const made = /The password is (\S{20})$/m.exec(open.said)?.[1] ?? ''

    // Both can work, the second with the password that was made.
    await goOnDuty(desk.url, { email: 'ana@desk.test', password })
    await goOnDuty(desk.url, { email: 'amir@desk.test', password: made })

    const twice = await create('agent', data, ana, password)
    expect(twice.code).toBe(1)
    expect(twice.said).toContain('has an account already')
    expect(await desk.stop()).toBe(0)
    expect(existsSync(join(data, 'control.sock'))).toBe(false)
  }, 30_000)

  test.concurrent('is not made with a password that is too short, an address that is none', async () => {
    const data = scratchFolder()
    for (const input of ['short', '']) {
      const weak = await create('agent', data, ana, input)
      expect(weak.code).toBe(1)
      expect(weak.said).toContain('15')
      expect(weak.said.split('\n').filter(Boolean)).toHaveLength(1)
    }
    const nameless = await create('agent', data, ['--email', 'ana@desk.test', '--name', ''])
    expect(nameless).toEqual({ code: 1, said: 'Please write a name.\n' })
    const nowhere = await create('agent', data, ['--email', 'ana', '--name', 'Ana'])
    expect(nowhere.code).toBe(1)
    expect(nowhere.said).not.toContain('The password is')
  }, 30_000)

  test.concurrent('is made in a folder whose desk was killed', async () => {
    const desk = await startBellhop()
    await desk.ready()
    desk.kill('SIGKILL')
    await desk.exited
    expect(existsSync(join(desk.dataDir, 'control.sock'))).toBe(true)
    expect((await create('agent', desk.dataDir, ana, password)).code).toBe(0)
  }, 30_000)
})

describe('an account that exists', () => {
  const run = async (data: string, argv: string[], input?: string) => {
    const { code, said } = await runHere([...argv, '--data', data], { input })
    return { code, said }
  }
  const whose = ['--email', 'ana@desk.test']

  test.concurrent('gets a new password, is listed and disabled while the desk is open', async () => {
    const data = scratchFolder()
    const made = await create('agent', data, ana, password)
    expect(made.said).toContain('Answers for Support')
    const desk = await serveHere({ dataDir: data })
    await goOnDuty(desk.url, { email: 'ana@desk.test', password })
    const fresh = 'another bell for every guest'
    const renewed = await run(data, ['agent', 'password', ...whose, '--password-stdin'], fresh)
    expect(renewed).toMatchObject({ code: 0 })
    expect(renewed.said).not.toContain(fresh)
    expect((await signIn(desk.url, password)).status).toBe(401)
    const { status, cookie } = await signIn(desk.url, fresh)
    expect(status).toBe(303)
    expect((await run(data, ['agent', 'list'])).said).toMatch(
      /Ana +ana@desk.test +agent +Support +ready/,
    )

    expect((await run(data, ['agent', 'disable', ...whose])).code).toBe(0)
    expect((await signIn(desk.url, fresh)).status).toBe(401)
    const bench = await fetch(`${desk.url}/workbench`, {
      headers: { Cookie: cookie },
      redirect: 'manual',
    })
    expect(bench.headers.get('Location')).toContain('/sign-in')
    expect((await run(data, ['agent', 'list'])).said).toMatch(/Ana .* disabled/)
    expect(await desk.stop()).toBe(0)
    const late = await run(data, ['agent', 'password', ...whose])
    expect(late.code).toBe(1)
    expect(late.said).toContain('is disabled')
    const back = await run(data, ['agent', 'enable', ...whose])
    expect(back).toMatchObject({ code: 0 })
    expect(back.said).toContain('ana@desk.test can sign in again')
    expect((await run(data, ['agent', 'list'])).said).toMatch(/Ana +\S+ +agent +Support +off/)
  }, 60_000)

  test.concurrent('is only found by its address and role', async () => {
    const data = scratchFolder()
    expect((await create('admin', data, ana, password)).code).toBe(0)
    const wrong = await run(data, ['agent', 'disable', ...whose])
    expect(wrong.code).toBe(1)
    expect(wrong.said.trim()).toBe(
      "The account of ana@desk.test is an admin's and cannot be changed as an agent's.",
    )
    expect((await run(data, ['agent', 'list'])).said).toMatch(/Ana +\S+ +admin +Support +off/)
    const nobody = await run(data, ['agent', 'disable', '--email', 'amir@desk.test'])
    expect(nobody.code).toBe(1)
    expect(nobody.said.trim()).toBe('There is no agent with the address amir@desk.test.')
    const renewed = await run(data, ['admin', 'password', ...whose])
    expect(renewed.code).toBe(0)
    expect(renewed.said).toMatch(/The password is \S{20}$/m)
  }, 40_000)
})

describe('everything an account has', () => {
  const json = async (data: string, argv: string[], input?: string) => {
    const { code, out, err } = await runHere([...argv, '--data', data, '--json'], { input })
    return { code, said: out ? JSON.parse(out) : undefined, error: err ? JSON.parse(err) : null }
  }
  const ofAna = ['--email', 'ana@desk.test']

  test.concurrent('is changed by the command line, and answered in JSON', async () => {
    const data = scratchFolder()
    const olga = ['--email', 'olga@desk.test', '--name', 'Olga']
    const owner = await json(data, ['admin', 'create', ...olga])
    expect(owner.said).toMatchObject({ email: 'olga@desk.test', role: 'admin', load: 0 })
    expect(owner.said.password).toMatch(/^\S{20}$/)
    const made = await json(data, ['agent', 'create', ...ana], password)
    expect(made.said).toMatchObject({ name: 'Ana', departments: ['Support'], wrapUp: 0 })
    expect(made.said).not.toHaveProperty('password')
    const { url, ...line } = made.said
    expect(url).toEndWith('/sign-in')

    const place = ['--capacity', '2', '--wrap-up', '30s', '--department', 'Billing', 'Support']
    const own = ['--name', 'Ana Lima', '--new-email', 'ana.lima@desk.test', '--role', 'supervisor']
    const changed = await json(data, ['agent', 'set', ...ofAna, ...place, ...own])
    expect(changed).toEqual({
      ...{ code: 0, error: null },
      said: {
        ...{ ...line, name: 'Ana Lima', email: 'ana.lima@desk.test', role: 'supervisor' },
        ...{ departments: ['Billing', 'Support'], capacity: 2, wrapUp: 30_000 },
        changed: {
          ...{ name: 'Ana Lima', email: 'ana.lima@desk.test', role: 'supervisor' },
          ...{ departments: ['Billing', 'Support'], capacity: 2, wrapUp: 30_000 },
        },
      },
    })
    const alike = ['--name', 'An\u0430 Lima', '--email', 'ana2@desk.test']
    const other = await json(data, ['agent', 'create', ...alike], password)
    expect(other.said).toMatchObject({ looksLike: ['ana.lima@desk.test'] })
    const remove = ['agent', 'remove', '--email', 'ana2@desk.test']
    expect((await json(data, remove)).code).toBe(0)
    const gone = await json(data, ['agent', 'set', ...ofAna, '--capacity', '3'])
    expect(gone.error).toEqual({ error: 'There is no agent with the address ana@desk.test.' })
    expect(gone.code).toBe(1)
    const { said } = await runHere(['agent', 'list', '--data', data])
    expect(said).toMatch(
      /Ana Lima +ana.lima@desk.test +supervisor +Billing, Support +off +0 of 2 +30s +yes/,
    )
    expect((await json(data, ['agent', 'list'])).said).toHaveLength(2)
  }, 40_000)

  test.concurrent('goes with it, and its address is free again', async () => {
    const data = scratchFolder()
    await create('admin', data, amir)
    await create('agent', data, ana, password)
    const desk = await serveHere({ dataDir: data })
    const { cookie } = await signIn(desk.url, password)
    const removed = await json(data, ['agent', 'remove', ...ofAna])
    expect(removed).toEqual({ code: 0, said: null, error: null })
    expect((await signIn(desk.url, password)).status).toBe(401)
    const workbench = { headers: { Cookie: cookie }, redirect: 'manual' } as const
    const page = await fetch(`${desk.url}/workbench`, workbench)
    expect(page.headers.get('Location')).toContain('/sign-in')
    expect((await json(data, ['agent', 'list'])).said).toMatchObject([{ name: 'Amir' }])
    expect((await json(data, ['agent', 'remove', ...ofAna])).code).toBe(1)
    expect((await create('agent', data, ana, password)).code).toBe(0)
    expect(await desk.stop()).toBe(0)
  }, 40_000)

  test.concurrent('and the last who can run the desk stays', async () => {
    const data = scratchFolder()
    await create('admin', data, amir)
    const whose = ['--email', 'amir@desk.test']
    const last = 'amir@desk.test is the last one that can run the desk. Make another admin first.'
    for (const act of [['disable'], ['remove'], ['set', '--role', 'supervisor']]) {
      const { code, error } = await json(data, ['admin', ...act, ...whose])
      expect({ code, error }).toEqual({ code: 1, error: { error: last } })
    }
    expect((await json(data, ['admin', 'set', ...whose, '--role', 'owner'])).code).toBe(0)
    await create('agent', data, ana, password)
    expect((await json(data, ['agent', 'set', ...ofAna, '--role', 'admin'])).code).toBe(0)
    // An admin is no owner.
    const lastOwner = 'amir@desk.test is the last owner. Make another owner first.'
    for (const act of [['disable'], ['remove'], ['set', '--role', 'admin']])
      expect((await json(data, ['admin', ...act, ...whose])).error).toEqual({ error: lastOwner })
    expect((await json(data, ['admin', 'set', ...ofAna, '--role', 'owner'])).code).toBe(0)
    expect((await json(data, ['admin', 'disable', ...whose])).code).toBe(0)
    // Who cannot sign in runs nothing.
    expect((await json(data, ['admin', 'remove', ...ofAna])).error).toEqual({
      error: lastOwner.replace('amir', 'ana'),
    })
    expect((await json(data, ['admin', 'remove', ...whose])).code).toBe(0)
  }, 40_000)

  test.concurrent('is not made in part: a refused one opens no department', async () => {
    const data = scratchFolder()
    await create('agent', data, ana, password)
    const weak = [...amir, '--password-stdin', '--department', 'Returns']
    expect((await create('agent', data, weak, 'short')).code).toBe(1)
    const twice = ['agent', 'create', ...ofAna, '--name', 'Ana', '--department', 'Returns']
    expect((await json(data, twice)).error).toEqual({
      error: 'This e-mail address has an account already. Use another one.',
    })
    const named = await json(data, ['department', 'list'])
    expect(named.said).toMatchObject([{ name: 'Support', agents: 1, isDefault: 'yes' }])
  }, 40_000)
})

const signIn = async (url: string, password: string) => {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: url, 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ email: 'ana@desk.test', password }),
  })
  return {
    status: answer.status,
    cookie: jar(...answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')),
  }
}
