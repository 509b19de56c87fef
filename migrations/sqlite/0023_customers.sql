CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	`opened_at` integer,
	`proven_at` integer,
	`seen_at` integer,
	CONSTRAINT "customers_id_limit" CHECK(octet_length("id") <= 64),
	CONSTRAINT "customers_email_limit" CHECK(length("email") <= 254),
	CONSTRAINT "customers_email_key_limit" CHECK(octet_length("email_key") <= 1016),
	CONSTRAINT "customers_name_limit" CHECK(length("name") <= 120),
	CONSTRAINT "customers_password_hash_limit" CHECK(octet_length("password_hash") <= 255),
	CONSTRAINT "customers_language_limit" CHECK(octet_length("language") <= 24)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_email_key` ON `customers` (`email_key`);--> statement-breakpoint
CREATE INDEX `customers_created` ON `customers` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `customer_sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`customer` text NOT NULL,
	`created_at` integer NOT NULL,
	`idle_until` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`address` text,
	`browser` text,
	CONSTRAINT "customer_sessions_token_hash_limit" CHECK(octet_length("token_hash") <= 64),
	CONSTRAINT "customer_sessions_customer_limit" CHECK(octet_length("customer") <= 64),
	CONSTRAINT "customer_sessions_address_limit" CHECK(octet_length("address") <= 64),
	CONSTRAINT "customer_sessions_browser_limit" CHECK(length("browser") <= 200)
);
--> statement-breakpoint
CREATE INDEX `customer_sessions_customer` ON `customer_sessions` (`customer`);--> statement-breakpoint
CREATE INDEX `customer_sessions_idle` ON `customer_sessions` (`idle_until`);