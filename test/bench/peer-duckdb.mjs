#!/usr/bin/env node
// The job of `portfolio classify` as somebody would write it by hand: plain SQL in DuckDB.   usage: peer-duckdb.mjs DIR OUT
import { DuckDBInstance } from "@duckdb/node-api";

const [, , folder, out] = process.argv;
const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(`
  create view sales as select customer_id, date, cast(amount as decimal(18, 2)) as amount from read_csv('${folder}/sales.csv');
  create view costs as select customer_id, date, cast(amount as decimal(18, 2)) as amount from read_csv('${folder}/costs.csv');
`);
await connection.run(`
  copy (
    with
      until as (select max(date) as day from sales),
      revenues as (
        select customer_id, sum(amount) as revenue from sales, until where date > day - interval 12 month group by customer_id
      ),
      burdens as (
        select customer_id, sum(amount) as cost from costs, until
        where date > day - interval 12 month and date <= last_day(day) group by customer_id
      ),
      placed as (
        select customer_id, revenue, revenue - coalesce(cost, 0) as contribution,
          rank() over (order by revenue desc) as place, count(*) over () as customers
        from revenues left join burdens using (customer_id)
      )
    select customer_id, revenue, contribution,
      case
        when contribution < 0 then 'D'
        when place <= greatest(1, round(0.2 * customers)) then 'A'
        when place <= customers - round(0.2 * customers) then 'B'
        else 'C'
      end as class
    from placed order by revenue desc, customer_id
  ) to '${out}' (header)
`);
