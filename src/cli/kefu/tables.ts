/** What is read of each table of a kefu system, by the names of its columns: the first is its key. */
export const tables = {
  services: [
    ...['service_id', 'user_name', 'nick_name', 'group_id', 'phone', 'email', 'level'],
    'max_concurrent_chats',
  ],
  visitors: [
    ...['vid', 'visitor_id', 'business_id', 'visitor_name', 'name', 'tel', 'connect', 'comment'],
    ...['ip', 'from_url', 'extends', 'country', 'province', 'city', 'browser', 'os', 'device'],
    ...['tags', 'group_id', 'is_top', 'is_blacklist', 'channel'],
  ],
  chats: [
    ...['cid', 'visitor_id', 'business_id', 'service_id', 'content', 'msg_type', 'direction'],
    ...['timestamp', 'created_at'],
  ],
  service_groups: ['id', 'group_name'],
  visitor_groups: ['id', 'group_name'],
  robots: ['id', 'keyword', 'reply', 'status'],
  questions: ['qid', 'question', 'keyword', 'answer', 'answer_text', 'status'],
  service_ratings: [
    ...['id', 'visitor_id', 'business_id', 'service_id', 'rating', 'comment', 'tags'],
    'created_at',
  ],
  comments: ['id', 'visitor_id', 'business_id', 'service_id', 'word_comment', 'add_time'],
  comment_details: ['id', 'comment_id', 'title', 'score'],
} as const satisfies Record<string, readonly string[]>

export type TableName = keyof typeof tables
export type Cell = string | null
export type Row<T extends TableName> = Record<(typeof tables)[T][number], Cell>

export const isTable = (name: string): name is TableName => Object.hasOwn(tables, name)

/** Those without which there is nothing to bring in. */
export const needed: readonly TableName[] = ['services', 'visitors', 'chats']

/** A row as it is found: its cells by the names of their columns. */
export type FoundRow = { table: TableName; cells: ReadonlyMap<string, Cell> }
