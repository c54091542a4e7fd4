-- All lines of the customers whose largest line may exceed $factor times their median line, sizes without sign, zeros apart:
-- those with at least half of their lines below the largest divided by $factor. Whether they do is for the caller to say.
select s.customer_id as customer_id, s.row_number as row_number, abs(s.amount) as line_size
from sales as s
join (
  select l.customer_id as customer_id
  from sales as l
  join (
    select m.customer_id as customer_id, max(abs(m.amount)) as largest, count(*) as line_count
    from sales as m
    where m.customer_id is not null and m.amount <> 0
    group by m.customer_id
  ) as c on c.customer_id = l.customer_id
  where l.amount <> 0
  group by l.customer_id, c.largest, c.line_count
  having 2 * count(case when abs(l.amount) * cast($factor as integer) < c.largest then 1 end) >= c.line_count
) as o on o.customer_id = s.customer_id
where s.amount <> 0
