import { test } from 'bun:test'
import { killUnderLoad } from './kills'

test('one node on SQLite, 8 × kill -9 under load', () => killUnderLoad(8), 60_000)
