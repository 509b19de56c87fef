/** The least program with the same libraries in it: what a cold start costs before any work. */
import { Database } from 'bun:sqlite'
import * as commander from 'commander'
import { drizzle } from 'drizzle-orm/bun-sqlite'
import { drizzle as drizzleMysql } from 'drizzle-orm/mysql2'
import { Hono } from 'hono'
import { html } from 'hono/html'
import * as ioredis from 'ioredis'
import * as mysql from 'mysql2/promise'
import * as limiter from 'rate-limiter-flexible'
import * as xstate from 'xstate'
import * as zod from 'zod'
import { announce } from './streams'

const db = drizzle(new Database(':memory:'))
db.run('SELECT 1')
const app = new Hono()
app.get('/ready', (context) => context.html(html`<p>ready</p>`))
const server = Bun.serve({
  port: Number(process.env.PORT ?? 0),
  hostname: '127.0.0.1',
  fetch: app.fetch,
})
announce(server.port)

// Named, so that the bundler keeps them: they are loaded as ours loads them.
export const loaded = [commander, drizzleMysql, ioredis, mysql, limiter, xstate, zod]
