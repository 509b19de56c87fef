import type { Surroundings } from './place'

/** For a file in `sites-enabled` or `conf.d`. */
export const nginxText = ({ url, nodes }: Surroundings): string => {
  const { hostname, protocol } = url
  const [first = ''] = nodes
  const isSeveral = nodes.length > 1
  const upstream = isSeveral
    ? `upstream bellhop {\n${nodes.map((node) => `  server ${node};`).join('\n')}\n}\n\n`
    : ''
  const listens =
    protocol === 'https:'
      ? `  listen 443 ssl;
  server_name ${hostname};
  ssl_certificate /etc/ssl/${hostname}.pem;
  ssl_certificate_key /etc/ssl/${hostname}.key;
`
      : `  listen ${url.port || 80};
  server_name ${hostname};
`
  return `map $http_upgrade $connection_upgrade { default upgrade; '' close; }

${upstream}server {
${listens}
  # How large a file may be is set in the office.
  client_max_body_size 0;

  location / {
    proxy_pass http://${isSeveral ? 'bellhop' : first};
    proxy_http_version 1.1;
    proxy_request_buffering off;
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection $connection_upgrade;
  }
}
`
}
