import { test } from 'bun:test'
import { faultUnderLoad } from './faulted'
import { killMariadb, killNode, killRedis, stopNode } from './faults'

test('three nodes on MariaDB and Redis, four faults: nothing lost, every page whole', async () => {
  await faultUnderLoad({
    visitors: 6,
    faults: ({ nodes, redis, mariadb }) => [
      ...[killNode(nodes, 0), stopNode(nodes, 1)],
      ...[killRedis(redis), killMariadb(mariadb)],
    ],
    acked: 100,
  })
}, 90_000)
