/** Tables of a kefu system as its own models make them, as far as anything is read of them. */
export const schema = [
  "CREATE TABLE `services` (\n  `service_id` int(11) NOT NULL AUTO_INCREMENT,\n  `user_name` varchar(255) NOT NULL,\n  `nick_name` varchar(255) NOT NULL COMMENT 'shown; (as it is)',\n  `password_hash` varchar(255) NOT NULL,\n  `business_id` int(11) NOT NULL,\n  `group_id` varchar(64) DEFAULT '0',\n  `phone` varchar(32) DEFAULT NULL,\n  `email` varchar(128) DEFAULT NULL,\n  `avatar` varchar(255) DEFAULT NULL,\n  `level` enum('super_manager','manager','service') NOT NULL,\n  `state` enum('online','offline') NOT NULL,\n  `max_concurrent_chats` int(11) DEFAULT 5,\n  PRIMARY KEY (`service_id`),\n  UNIQUE KEY `user_name` (`user_name`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4",
  'CREATE TABLE `service_groups` (\n  `id` int(11) NOT NULL AUTO_INCREMENT,\n  `business_id` int(11) NOT NULL,\n  `group_name` varchar(100) NOT NULL,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4',
  'CREATE TABLE `visitor_groups` (\n  `id` int(11) NOT NULL AUTO_INCREMENT,\n  `group_name` varchar(100) NOT NULL,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4',
  'CREATE TABLE `visitors` (\n  `vid` int(11) NOT NULL AUTO_INCREMENT,\n  `visitor_id` varchar(200) NOT NULL,\n  `visitor_name` varchar(255) NOT NULL,\n  `channel` varchar(255) DEFAULT NULL,\n  `name` varchar(255) DEFAULT NULL,\n  `tel` varchar(32) DEFAULT NULL,\n  `connect` text,\n  `comment` text,\n  `business_id` int(11) NOT NULL DEFAULT 1,\n  `ip` varchar(255) DEFAULT NULL,\n  `from_url` varchar(255) DEFAULT NULL,\n  `login_times` int(11) DEFAULT 1,\n  `extends` text,\n  `country` varchar(64) DEFAULT NULL,\n  `province` varchar(64) DEFAULT NULL,\n  `city` varchar(64) DEFAULT NULL,\n  `browser` varchar(64) DEFAULT NULL,\n  `os` varchar(64) DEFAULT NULL,\n  `device` varchar(64) DEFAULT NULL,\n  `group_id` int(11) DEFAULT NULL,\n  `tags` varchar(512) DEFAULT NULL,\n  `is_top` tinyint(1) DEFAULT 0,\n  `is_blacklist` tinyint(1) DEFAULT 0,\n  `created_at` datetime DEFAULT NULL,\n  PRIMARY KEY (`vid`),\n  UNIQUE KEY `visitor` (`visitor_id`,`business_id`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4',
  'CREATE TABLE `chats` (\n  `cid` int(11) NOT NULL AUTO_INCREMENT,\n  `visitor_id` varchar(200) NOT NULL,\n  `service_id` int(11) DEFAULT NULL,\n  `business_id` int(11) NOT NULL DEFAULT 1,\n  `content` text,\n  `msg_type` int(11) DEFAULT 1,\n  `direction` varchar(20) DEFAULT NULL,\n  `state` varchar(20) DEFAULT NULL,\n  `unstr` varchar(32) DEFAULT NULL,\n  `timestamp` int(11) DEFAULT NULL,\n  `created_at` datetime DEFAULT NULL,\n  PRIMARY KEY (`cid`),\n  KEY `ix_chats_visitor_id` (`visitor_id`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4',
  'CREATE TABLE `robots` (\n  `id` int(11) NOT NULL AUTO_INCREMENT,\n  `business_id` int(11) NOT NULL,\n  `keyword` varchar(12) NOT NULL,\n  `reply` text,\n  `sort` int(11) DEFAULT 0,\n  `status` int(11) DEFAULT 1,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4',
  'CREATE TABLE `questions` (\n  `qid` int(11) NOT NULL AUTO_INCREMENT,\n  `business_id` int(11) NOT NULL,\n  `question` varchar(255) NOT NULL,\n  `keyword` varchar(12) DEFAULT NULL,\n  `answer` text,\n  `answer_text` text,\n  `sort` int(11) DEFAULT 0,\n  `status` int(11) DEFAULT 1,\n  PRIMARY KEY (`qid`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4',
  'CREATE TABLE `service_ratings` (\n  `id` int(11) NOT NULL AUTO_INCREMENT,\n  `visitor_id` varchar(200) NOT NULL,\n  `service_id` int(11) DEFAULT NULL,\n  `business_id` int(11) DEFAULT 1,\n  `queue_id` int(11) DEFAULT NULL,\n  `rating` int(11) NOT NULL,\n  `comment` text,\n  `tags` text,\n  `visitor_name` varchar(255) DEFAULT NULL,\n  `visitor_ip` varchar(64) DEFAULT NULL,\n  `created_at` datetime DEFAULT NULL,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4',
  'CREATE TABLE `comments` (\n  `id` int(11) NOT NULL AUTO_INCREMENT,\n  `business_id` int(11) DEFAULT 1,\n  `service_id` int(11) DEFAULT NULL,\n  `visitor_id` varchar(200) NOT NULL,\n  `word_comment` text,\n  `add_time` datetime DEFAULT NULL,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4',
  'CREATE TABLE `comment_details` (\n  `id` int(11) NOT NULL AUTO_INCREMENT,\n  `comment_id` int(11) NOT NULL,\n  `title` varchar(32) NOT NULL,\n  `score` int(11) NOT NULL,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4',
] as const

type Value = string | number | null

/** A value as mysqldump writes it. */
const written = (value: Value): string => {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return `${value}`
  const text = value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\0', '\\0')
    .replaceAll('\u001A', '\\Z')
  return `'${text}'`
}

/** Rows by the names of their columns, as one statement. */
export const insert = (table: string, rows: readonly Record<string, Value>[]): string => {
  const names = Object.keys(rows[0] ?? {})
  const values = rows.map((row) => `(${names.map((name) => written(row[name] ?? null)).join(',')})`)
  return `INSERT INTO \`${table}\` (${names.map((name) => `\`${name}\``).join(',')}) VALUES ${values.join(',')}`
}

export type Sizes = { agents: number; visitors: number; chats: number }

/** When the first chat was, ms UTC; the clocks there are eight hours ahead. */
export const BEGAN = Date.UTC(2025, 0, 6, 1)
export const AHEAD_MS = 8 * 3_600_000
const wall = (at: number) => new Date(at + AHEAD_MS).toISOString().slice(0, 19).replace('T', ' ')
export const stampOf = (at: number) => ({ timestamp: Math.floor(at / 1000), created_at: wall(at) })

/** Chats of one talk, and what passes between two of them and between two talks, ms. */
export const TALK_CHATS = 6
const EACH_MS = 40_000
const APART_MS = 26 * 3_600_000
const ROWS = 500

/** A visitor's talks, one after the other: each with as many chats, the last with what is left. */
export const talksOf = ({ visitors, chats }: Sizes): number => {
  const [each, more] = [Math.floor(chats / visitors), chats % visitors]
  const talks = (count: number) => Math.ceil(count / TALK_CHATS)
  return more * talks(each + 1) + (visitors - more) * talks(each)
}

const words = [
  '包裹到哪里了？',
  'Is it in stock?',
  'it&#x27;s A &amp; B',
  '谢谢 😀',
  'Thanks a lot, that helps',
]

const chatsOf = function* ({ agents, visitors, chats }: Sizes) {
  for (let nth = 0; nth < chats; nth += 1) {
    const [visitor, own] = [nth % visitors, Math.floor(nth / visitors)]
    const talk = Math.floor(own / TALK_CHATS)
    const at = BEGAN + visitor * 1000 + talk * APART_MS + (own % TALK_CHATS) * EACH_MS
    const isTheirs = own % 2 === 0
    yield {
      ...{ cid: nth + 1, visitor_id: `visitor_${visitor}`, business_id: 1, msg_type: 1 },
      service_id: own % 7 === 3 ? null : 1 + ((visitor + talk) % agents),
      content: `${words[nth % words.length]} ${nth}`,
      ...{ direction: isTheirs ? 'to_service' : 'to_visitor', state: 'read', ...stampOf(at) },
    }
  }
}

const inRows = function* <R>(rows: Iterable<R>): Generator<R[]> {
  let some: R[] = []
  for (const row of rows) {
    some.push(row)
    if (some.length < ROWS) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

const counted = (count: number) => Array.from({ length: count }, (_, nth) => nth)

/** A kefu system of some size, as the statements that make it: one in ten talks was rated. */
export const kefuStatements = function* (sizes: Sizes): Generator<string> {
  const { agents, visitors } = sizes
  yield* schema
  yield insert(
    'service_groups',
    [1, 2, 3].map((id) => ({ id, business_id: 1, group_name: `组 ${id}` })),
  )
  yield insert(
    'services',
    counted(agents).map((nth) => ({
      ...{ service_id: nth + 1, user_name: `agent${nth + 1}`, nick_name: `客服 ${nth + 1}` },
      ...{ password_hash: 'd41d8cd98f00b204e9800998ecf8427e', business_id: 1 },
      ...{ group_id: `${nth % 4}`, email: `agent${nth + 1}@kefu.test`, state: 'offline' },
      ...{ level: nth === 0 ? 'super_manager' : 'service', max_concurrent_chats: 5 },
    })),
  )
  for (const some of inRows(counted(visitors)))
    yield insert(
      'visitors',
      some.map((nth) => ({
        ...{ visitor_id: `visitor_${nth}`, visitor_name: `访客${nth}`, business_id: 1 },
        ...{
          ip: '203.0.113.7',
          extends: '{"language":"zh-CN"}',
          tags: nth % 9 === 0 ? 'VIP,老客户' : null,
        },
        ...{ tel: nth % 5 === 0 ? `1380000${nth}` : null, created_at: wall(BEGAN) },
      })),
    )
  for (const some of inRows(chatsOf(sizes))) yield insert('chats', some)
  const rated = counted(Math.floor(visitors / 10)).map((nth) => ({
    ...{ visitor_id: `visitor_${nth * 10}`, service_id: 1, rating: 1 + (nth % 5) },
    ...{ comment: nth % 2 === 0 ? '态度好 &amp; 快' : '', tags: '["耐心"]' },
    created_at: wall(BEGAN + 3_600_000),
  }))
  for (const some of inRows(rated)) yield insert('service_ratings', some)
  yield insert('questions', [
    {
      qid: 1,
      business_id: 1,
      question: '运费多少？',
      keyword: '运费',
      answer: '<p>满 <b>¥99</b> 包邮。</p><p>否则 ¥12。</p>',
      answer_text: null,
      status: 1,
    },
  ])
  yield insert('robots', [
    { id: 1, business_id: 1, keyword: '退货', reply: '7 天内可以退货。', status: 1 },
  ])
}

/** All of it as mysqldump would have written it. */
export const dumpOf = (statements: Iterable<string>): string =>
  [
    '-- MySQL dump 10.13  Distrib 8.0.36\n--\n-- Host: localhost    Database: kefu -- don\'t edit; it\'s "made"\n',
    "/*!40101 SET NAMES utf8mb4 */;\n/*!40103 SET TIME_ZONE='+00:00' */;\n",
    ...[...statements].map((one) => `${one};\n`),
    '/*!40000 ALTER TABLE `chats` ENABLE KEYS */;\n-- Dump completed\n',
  ].join('')
