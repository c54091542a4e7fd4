-- months-by-customer
-- Net revenue and purchase lines (amount >= 0) of each customer in each month with a line, up to the as-of date. A customer is
-- named by the number of its first line, as in customer-numbers.
select
  b.first_row as customer_number,
  extract(year from s.sale_date) * 12 + extract(month from s.sale_date) - 1 as month_number,
  sum(s.amount) as revenue,
  count(case when s.amount >= 0 then 1 end) as purchases
from sales as s
join (
  select
    f.customer_id as buyer_id,
    min(f.row_number) as first_row
  from sales as f
  where f.customer_id is not null and f.sale_date <= cast($as_of as date)
  group by f.customer_id
) as b on b.buyer_id = s.customer_id
where s.sale_date <= cast($as_of as date)
group by b.first_row, extract(year from s.sale_date) * 12 + extract(month from s.sale_date) - 1
