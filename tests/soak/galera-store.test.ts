import { afterAll } from 'bun:test'
import { storeContract } from '../contracts/store'
import { openMysqlLikeNode } from '../store/open'
import { hasGalera, startGalera } from '../support/galera'

const galera = hasGalera ? await startGalera() : undefined
afterAll(() => galera?.stop())

let opened = 0

/** Each part of the contract through the next of three servers. */
if (galera)
  storeContract('Galera', async () => {
    const urls = await galera.fresh()
    return openMysqlLikeNode(urls[opened++ % urls.length] ?? '')
  })
