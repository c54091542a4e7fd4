-- seasons-by-customer
-- Net revenue of each customer by calendar quarter of the year, over the days after the first date up to the as-of date.
select
  s.customer_id as customer_id,
  sum(case when extract(month from s.sale_date) <= 3 then s.amount end) as quarter_1,
  sum(case when extract(month from s.sale_date) between 4 and 6 then s.amount end) as quarter_2,
  sum(case when extract(month from s.sale_date) between 7 and 9 then s.amount end) as quarter_3,
  sum(case when extract(month from s.sale_date) >= 10 then s.amount end) as quarter_4
from sales as s
where s.customer_id is not null and s.sale_date > cast($season_from as date) and s.sale_date <= cast($as_of as date)
group by s.customer_id
