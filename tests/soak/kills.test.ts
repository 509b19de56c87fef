import { test } from 'bun:test'
import { killUnderLoad } from '../chaos/kills'

test('one node on SQLite, 30 × kill -9 under load', () => killUnderLoad(30), 100_000)
