CREATE TABLE `tags` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`color` text NOT NULL,
	`description` text NOT NULL,
	`into_key` text,
	`leaves` integer NOT NULL,
	`version` text NOT NULL,
	CONSTRAINT "tags_key_limit" CHECK(octet_length("key") <= 480),
	CONSTRAINT "tags_name_limit" CHECK(length("name") <= 40),
	CONSTRAINT "tags_color_limit" CHECK(octet_length("color") <= 24),
	CONSTRAINT "tags_description_limit" CHECK(length("description") <= 200),
	CONSTRAINT "tags_into_key_limit" CHECK(octet_length("into_key") <= 480),
	CONSTRAINT "tags_version_limit" CHECK(octet_length("version") <= 64)
);
